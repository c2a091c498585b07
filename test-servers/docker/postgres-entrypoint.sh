#!/bin/sh
# As the official image's: makes the database once, as POSTGRES_USER, POSTGRES_DB and POSTGRES_PASSWORD_FILE or
# POSTGRES_HOST_AUTH_METHOD=trust say, then runs the command.
set -eu
if [ "$(id -u)" = 0 ]; then
  if [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then
    install -o postgres -m 600 "$POSTGRES_PASSWORD_FILE" /run/postgres-password
    export POSTGRES_PASSWORD_FILE=/run/postgres-password
  fi
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
export PGDATA=/var/lib/postgresql/data
user=${POSTGRES_USER:-postgres} database=${POSTGRES_DB:-${POSTGRES_USER:-postgres}}
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then
    initdb --username="$user" --auth-local=trust --auth-host=scram-sha-256 --pwfile="$POSTGRES_PASSWORD_FILE" --no-sync >/dev/null
    method=scram-sha-256
  else
    initdb --username="$user" --auth=trust --no-sync >/dev/null
    method=trust
  fi
  [ "$database" = postgres ] || echo "create database \"$database\"" | postgres --single -D "$PGDATA" postgres >/dev/null
  echo "host all all all $method" >>"$PGDATA/pg_hba.conf"
  echo "listen_addresses = '*'" >>"$PGDATA/postgresql.conf"
fi
exec "$@"
