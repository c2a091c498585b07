-- What evolve makes of the log (logged), and that overlaid with the unpublished outbox (current).
create sequence store_changes;

create table stores (
  id text primary key,
  owner text not null,
  name text not null,
  engine text not null,
  status text not null,
  created timestamptz not null,
  moved_at timestamptz not null,
  change bigint not null,
  logged json,
  current json not null
);
comment on column stores.change is
  'From store_changes, taken under an advisory lock as the last act of the transaction: ascends in commit order.';
create unique index stores_by_change on stores (change);
create index stores_by_created on stores (created desc, id desc);
create index stores_by_status on stores (status, moved_at);

-- The next offset to apply, moved in the transaction that applies.
create table projection_offsets (
  projection text not null,
  topic text not null,
  partition integer not null,
  next_offset bigint not null,
  primary key (projection, topic, partition)
);

-- Said and not yet read back from the log.
create table outbox (
  seq bigint generated always as identity primary key,
  id text not null unique,
  store_id text not null,
  headers json not null,
  body text not null,
  published_at timestamptz
);
create index outbox_by_store on outbox (store_id, seq);
create index outbox_unpublished on outbox (seq) where published_at is null;

create table leases (
  name text primary key,
  holder text not null,
  expires_at timestamptz not null
);

create table idempotency_keys (
  caller text not null,
  method text not null,
  path text not null,
  key text not null,
  body_hash text not null,
  status integer not null,
  location text not null,
  body text not null,
  created timestamptz not null,
  primary key (caller, method, path, key)
);
create index idempotency_keys_by_created on idempotency_keys (created);
