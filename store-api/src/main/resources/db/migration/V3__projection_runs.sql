-- The latest rebuild and the latest check of the projection; whoever holds the lease writes.
create table projection_runs (
  kind text primary key check (kind in ('rebuild', 'check')),
  run text not null,
  state text not null check (state in ('running', 'done', 'failed')),
  started_at timestamptz not null,
  ended_at timestamptz,
  events bigint not null,
  of_events bigint not null,
  stores bigint not null,
  outcome text
);

-- What a rebuild folds, beside the table that is served. Lost with a crash of the database, as it may be.
create unlogged table stores_rebuilt (
  run text not null,
  id text not null,
  owner text not null,
  name text not null,
  engine text not null,
  status text not null,
  created timestamptz not null,
  moved_at timestamptz not null,
  logged json,
  current json not null,
  ready_after bigint,
  ready_at timestamptz,
  troubled_at timestamptz,
  primary key (run, id)
);
