-- Hashes (SHA-256) of what browsers were given: whoever reads these tables learns no way in.
create table log_in_links (
  code_hash text primary key,
  expires_at timestamptz not null,
  opened_at timestamptz
);

create table log_in_sessions (
  id_hash text primary key,
  begun_at timestamptz not null,
  used_at timestamptz not null
);
