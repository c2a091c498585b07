#!/bin/bash
# Runs a command with Kafka and Postgres of the integration tests in containers:
#   test-servers/docker/with-docker.sh ./uruimi test it
# Uses the Docker that answers, or starts Debian's dockerd for as long as the command runs. Without the official images
# it builds its own. Nothing of it stays but dockerd's folder in the cache, with the images.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ $# -gt 0 ] || { sed -n '2,5p' "$0" >&2; exit 64; }
cache=${URUIMI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/uruimi}/test-docker
run=
daemon=

finish() {
  docker ps -aq --filter label=org.testcontainers=true | xargs -r docker rm -fv >/dev/null 2>&1 || true
  [ -z "$daemon" ] || { kill "$daemon" && wait "$daemon" || true; ip link delete uruimi-docker 2>/dev/null || true; }
  if [ -n "$run" ]; then
    # containers on the host's network leave a mount of it
    awk -v run="$run/" 'index($5, run) == 1 { print $5 }' /proc/self/mountinfo | xargs -r umount
    rm -rf "$run"
  fi
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if ! docker info >/dev/null 2>&1; then
  missing=$(for package in docker.io mmdebstrap iproute2; do [ -f "/var/lib/dpkg/info/$package.list" ] || echo "$package"; done)
  [ -z "$missing" ] || { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing; } >&2
  run=$(mktemp -d /tmp/uruimi-docker-XXXXXX)
  export DOCKER_HOST=unix://$run/docker.sock TESTCONTAINERS_HOST_OVERRIDE=localhost
  mkdir -p "$cache"
  # A bridge of its own and no firewall rules: ports are published by docker-proxy.
  ip link add uruimi-docker type bridge
  ip address add 172.31.255.1/24 dev uruimi-docker
  ip link set uruimi-docker up
  dockerd --host "$DOCKER_HOST" --data-root "$cache" --exec-root "$run/exec" --pidfile "$run/pid" --bridge uruimi-docker \
    --iptables=false --ip-forward=false --ip-masq=false >"$cache.log" 2>&1 &
  daemon=$!
  for _ in $(seq 60); do docker info >/dev/null 2>&1 && break; sleep 0.5; done
  docker info >/dev/null || { tail -5 "$cache.log" >&2; exit 1; }
fi

official() { docker image inspect apache/kafka:4.2.1 postgres:18 >/dev/null 2>&1; }
tag=$(cat test-servers/docker/*.sh | sha256sum | cut -c1-12)
kafka=localhost/uruimi/kafka:$tag postgres=localhost/uruimi/postgres:$tag
ours() { docker image inspect "$kafka" "$postgres" >/dev/null 2>&1; }
if ! official; then
  if ! ours; then
    mvn -B -ntp -q -pl test-servers dependency:build-classpath -Dmdep.outputFile="$cache.classpath" -Dmdep.includeScope=runtime
    slf4j=$(grep -o 'slf4j-api/[0-9.]*' "$cache.classpath" | cut -d/ -f2) # without a logger the broker does not say that it runs
    mvn -B -ntp -q dependency:copy -Dartifact="org.slf4j:slf4j-simple:$slf4j" -DoutputDirectory="$cache.jars"
    test-servers/docker/images.sh "$tag" "$(cat "$cache.classpath"):$cache.jars/slf4j-simple-$slf4j.jar"
  fi
  export URUIMI_TEST_KAFKA_IMAGE=$kafka URUIMI_TEST_POSTGRES_IMAGE=$postgres
fi
docker image inspect testcontainers/ryuk >/dev/null 2>&1 || export TESTCONTAINERS_RYUK_DISABLED=true # what it removes is removed above
export URUIMI_TEST_SERVERS=containers
"$@"
