#!/bin/sh
# with-npm-settings.sh COMMAND...: runs it with the machine's own npm settings, where the build was given them.
set -eu
secrets=/run/secrets
if [ -s $secrets/npmenv ]; then set -a; . $secrets/npmenv; set +a; fi
if [ -s $secrets/npmrc ]; then export npm_config_userconfig=$secrets/npmrc; fi
if [ -s $secrets/ca ]; then export NODE_EXTRA_CA_CERTS=$secrets/ca; fi
exec "$@"
