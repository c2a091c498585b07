-- What lists sort and search by. Names sort by code point, whatever the database's collation is.
alter table stores
  add column search text generated always as (lower(name) || E'\n' || id) stored,
  add column sort_name text collate "C" generated always as (lower(name)) stored,
  add column ready_after bigint,
  add column ready_at timestamptz,
  add column troubled_at timestamptz;
comment on column stores.search is 'Name and id; no name holds the line break between them.';
comment on column stores.ready_after is 'Milliseconds from the request of the current attempt to ready.';
comment on column stores.ready_at is 'When the latest attempt that got there was ready first.';
comment on column stores.troubled_at is 'When the timeline last told of a failure.';

update stores set
  ready_after = (current ->> 'readyAfterMillis')::bigint,
  ready_at = (
    select min((entry ->> 'at')::timestamptz)
    from json_array_elements(current -> 'timeline') entry
    where entry ->> 'step' = 'ready' and (entry ->> 'attempt')::integer = (
      select max((other ->> 'attempt')::integer)
      from json_array_elements(current -> 'timeline') other
      where other ->> 'step' = 'ready')),
  troubled_at = (
    select max((entry ->> 'at')::timestamptz)
    from json_array_elements(current -> 'timeline') entry
    where entry ->> 'step' in ('failed', 'degraded', 'delete_failed'));

create index stores_by_name on stores (sort_name, id);
create index stores_by_quickest on stores (coalesce(ready_after, 9223372036854775807), id);
create index stores_by_slowest on stores (coalesce(ready_after, -1), id);
create index stores_counted on stores (status, engine) include (search, moved_at);
create index stores_by_ready_at on stores (engine, ready_at desc) include (ready_after)
  where ready_at is not null;
create index stores_by_trouble on stores (troubled_at) where troubled_at is not null;

-- Dead letters that somebody dealt with. The time of the record tells it from one of the same
-- position in a topic that was made anew. Not done: being sent, or the sender died.
create table dead_letter_notes (
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  recorded_at timestamptz not null,
  how text not null check (how in ('redriven', 'discarded')),
  note text,
  noted_at timestamptz not null,
  done boolean not null,
  primary key (topic, partition, record_offset, recorded_at)
);
