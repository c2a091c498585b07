#!/bin/sh
# Makes what is missing of the secrets in folder $1.
set -eu
umask 077
for name in postgres-password log-in-token peers-token webhooks-key; do
  if [ ! -s "$1/$name" ]; then
    head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$1/$name.new"
    mv "$1/$name.new" "$1/$name"
  fi
done
