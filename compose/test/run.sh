#!/bin/bash
# Proves compose/ on this machine: the four services in containers make a real shop on the embedded node, and delete it.
# Where no registry answers, the images are built from Debian's packages and this machine's JDK. Needs Linux and root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [ -z "${URUIMI_COMPOSE_PROOF:-}" ]; then
  export URUIMI_COMPOSE_PROOF=1
  exec test-servers/docker/with-docker.sh "$0" "$@"
fi
engine=${1:-medusa}
URUIMI_STATE=$(mktemp -d /tmp/uruimi-compose-XXXXXX)
export URUIMI_STATE URUIMI_CLUSTER=embedded
compose() { "${docker_compose[@]}" -f compose/compose.yaml "$@"; }
uruimi() { URUIMI_API=http://127.0.0.1:7080 URUIMI_TOKEN_FILE=compose/secrets/log-in-token ./uruimi "$@"; }
finish() {
  local code=$?
  [ "$code" = 0 ] || compose logs --tail=40 || true
  compose down -v || true
  ./uruimi down --purge || true
  rm -rf "$URUIMI_STATE"
  find compose/secrets -type f ! -name .gitignore -delete
  exit "$code"
}

docker_compose=(docker compose)
if ! docker compose version >/dev/null 2>&1; then
  [ -f /var/lib/dpkg/info/docker-compose.list ] || apt-get -qq -y --no-install-recommends install docker-compose >&2
  docker_compose=(docker-compose)
fi
trap finish EXIT
trap 'exit 130' INT

echo "==> a cluster"
./uruimi up --cluster-only
export KUBECONFIG=$URUIMI_STATE/kubeconfig URUIMI_USER=0:0
INGRESS_PORT=$(./uruimi status --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["ingressPort"])')
export INGRESS_PORT INGRESS_ADDRESS=127.0.0.1:$INGRESS_PORT

if [ -n "${URUIMI_TEST_POSTGRES_IMAGE:-}" ]; then
  export KAFKA_IMAGE=$URUIMI_TEST_KAFKA_IMAGE POSTGRES_IMAGE=$URUIMI_TEST_POSTGRES_IMAGE
  echo "==> the image of the services"
  compose/test/image.sh localhost/uruimi/services:dev
fi

echo "==> docker compose up"
compose config --quiet
SECONDS=0
compose up -d
for port in 7080 7081 7082 7083; do
  until python3 -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/actuator/health/readiness', timeout=2)" 2>/dev/null; do
    [ "$SECONDS" -lt 300 ] || { echo "port $port does not get ready" >&2; exit 1; }
    sleep 1
  done
done
echo "the services are ready after $SECONDS s"

echo "==> a shop"
id=$(uruimi store create "By Compose" --engine "$engine" --wait --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["id"])')
uruimi store get "$id"
uruimi store delete "$id" --wait
echo "a $engine shop was made, could sell and was deleted by services in containers"
