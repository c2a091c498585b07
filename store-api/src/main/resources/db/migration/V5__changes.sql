-- Lists and counts by owner.
create index stores_by_owner on stores (owner, status);

alter table idempotency_keys add column tag text;
comment on column idempotency_keys.tag is 'The ETag of the answer; null in answers that are older than it.';
