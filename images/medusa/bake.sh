#!/bin/sh
# bake.sh APP NODE: makes APP/baked.sql, the database of a shop that can sell, with a PostgreSQL of its own that lives for this step.
set -eu
app=$1 node=$2
bin=/usr/lib/postgresql/15/bin
data=$(mktemp -d)
chown postgres "$data"
port=$("$node" -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
as_postgres() { setpriv --reuid postgres --regid postgres --clear-groups "$@"; }

as_postgres $bin/initdb -D "$data/db" -U postgres -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
as_postgres $bin/pg_ctl -D "$data/db" -l "$data/log" -w start \
  -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$data -c fsync=off -c jit=off" >/dev/null
trap 'as_postgres $bin/pg_ctl -D "$data/db" -m immediate stop >/dev/null; rm -rf "$data"' EXIT
as_postgres $bin/createdb -h "$data" -p "$port" bake

export DATABASE_URL="postgres://postgres@127.0.0.1:$port/bake"
NODE_ENV=production JWT_SECRET=bake COOKIE_SECRET=bake MEDUSA_DISABLE_TELEMETRY=true "$node" "$app/uruimi/bake.js"

# Lines a client other than psql cannot read, and the schema every database has.
$bin/pg_dump --inserts --rows-per-insert=500 --no-owner --no-privileges --no-comments "$DATABASE_URL" |
  sed -E '/^(\\|--|CREATE SCHEMA public|$)/d' >"$app/baked.sql.new"
grep -q 'INSERT INTO public.product ' "$app/baked.sql.new"
mv "$app/baked.sql.new" "$app/baked.sql"
