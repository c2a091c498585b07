-- Whom to tell, of what. Secrets are sealed with a key that is not in the database.
create table webhooks (
  id text primary key,
  url text not null,
  events text[] not null,
  description text,
  sealed_secret bytea not null,
  created timestamptz not null,
  disabled timestamptz
);
comment on column webhooks.created is 'Nothing that happened before is told.';
comment on column webhooks.disabled is 'When the recipient said that it is gone for good.';

-- What is to be told, and how it went. The id follows from event and webhook, so that a repeat is none.
create table webhook_deliveries (
  seq bigint generated always as identity unique,
  id text primary key,
  webhook_id text not null references webhooks on delete cascade,
  event_id text not null,
  event_type text not null,
  store_id text not null,
  occurred timestamptz not null,
  body text not null,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0,
  earlier_attempts integer not null default 0,
  due_at timestamptz not null,
  claimed_until timestamptz,
  attempted_at timestamptz,
  answer integer,
  error text
);
comment on column webhook_deliveries.attempts is 'Counted when one begins; tells it from others, too.';
comment on column webhook_deliveries.earlier_attempts is 'Of those: before it was asked for anew.';
comment on column webhook_deliveries.answer is 'HTTP status of the latest attempt, if it had an answer.';
create index webhook_deliveries_by_webhook on webhook_deliveries (webhook_id, seq desc);
create index webhook_deliveries_due on webhook_deliveries (due_at) where status = 'pending';
create index webhook_deliveries_by_age on webhook_deliveries (occurred);
