#!/bin/sh
# As the official image's for POSTGRES_USER=postgres and POSTGRES_HOST_AUTH_METHOD=trust: makes the database once, then runs the command.
set -eu
export PGDATA=/var/lib/postgresql/data
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  initdb --username=postgres --auth=trust --no-sync >/dev/null
  echo "host all all all trust" >> "$PGDATA/pg_hba.conf"
  echo "listen_addresses = '*'" >> "$PGDATA/postgresql.conf"
fi
exec "$@"
