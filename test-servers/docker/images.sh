#!/bin/bash
# Builds test images of Kafka and Postgres from Debian's and Maven's packages, for a Docker that has no registry:
# localhost/uruimi/kafka and localhost/uruimi/postgres, which behave as apache/kafka and postgres do for Testcontainers and compose/.
# usage: images.sh TAG CLASS_PATH   (of module test-servers: its jars hold both servers)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tag=${1:?usage: images.sh TAG CLASS_PATH} jars=${2:?usage: images.sh TAG CLASS_PATH}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

root=$work/add
mkdir -p "$root/opt/kafka/libs" "$root/etc/kafka/docker" "$root/usr/lib/postgresql" "$root/usr/local/bin"
echo "==> unpacking both servers"
tr : '\n' <<<"$jars" | grep -v -e embedded-postgres -e logback -e log4j-to-slf4j | xargs cp -t "$root/opt/kafka/libs"
postgres=$(tr : '\n' <<<"$jars" | grep "embedded-postgres-binaries-linux-$(dpkg --print-architecture)" | grep -v alpine | head -1)
python3 -m zipfile -e "$postgres" "$work/postgres"
tar -C "$root/usr/lib/postgresql" -xf "$work"/postgres/postgres-*.txz
install -m 755 "$here/kafka-run.sh" "$root/etc/kafka/docker/run"
install -m 755 "$here/postgres-entrypoint.sh" "$root/usr/local/bin/docker-entrypoint.sh"

echo "==> Debian with a JVM"
mmdebstrap --quiet --variant=minbase --include=openjdk-17-jre-headless --aptopt='APT::Install-Recommends "false"' \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt=force-unsafe-io \
  --customize-hook="cp -a '$root/.' \"\$1\"" \
  --customize-hook='chroot "$1" useradd --system --create-home --home-dir /var/lib/postgresql postgres' \
  --customize-hook='chroot "$1" sh -c "ln -s /usr/lib/postgresql/bin/* /usr/local/bin/"' \
  bookworm "$work/root.tar"
echo "==> handing the images to Docker"
docker import --change 'EXPOSE 9092' --change 'CMD ["/etc/kafka/docker/run"]' "$work/root.tar" "localhost/uruimi/kafka:$tag" >&2
docker import --change 'EXPOSE 5432' --change 'ENTRYPOINT ["docker-entrypoint.sh"]' --change 'CMD ["postgres"]' \
  "$work/root.tar" "localhost/uruimi/postgres:$tag" >&2
