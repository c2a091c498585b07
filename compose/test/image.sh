#!/bin/bash
# Builds the image of the services without a registry: Debian, this machine's JDK 25, and what lay-out.sh lays out.
# usage: image.sh NAME
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
name=${1:?usage: image.sh NAME}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
JAVA_HOME=${JAVA_HOME:-$(dirname "$(dirname "$(find /usr/lib/jvm -path '*25*/bin/javac' | head -1)")")}
export JAVA_HOME PATH=$JAVA_HOME/bin:$PATH
mvn -B -ntp -q -DskipTests -am -pl store-api,provisioner,readiness-watcher,cleanup package
compose/lay-out.sh "$work/uruimi"
cp -aL "$JAVA_HOME" "$work/java"
rm -rf "$work/java/jmods" "$work/java/src.zip" "$work/java/man"
mmdebstrap --quiet --variant=minbase --dpkgopt=force-unsafe-io --customize-hook="mkdir -p \"\$1/opt\"" \
  --customize-hook="cp -a '$work/java' \"\$1/opt/java\"" --customize-hook="cp -a '$work/uruimi' \"\$1/uruimi\"" bookworm "$work/root.tar"
docker import --change 'ENV PATH=/opt/java/bin:/usr/bin:/bin' --change 'ENTRYPOINT ["/uruimi/start.sh"]' "$work/root.tar" "$name" >&2
