#!/bin/bash
# bake.sh WORK: with a MariaDB that lives for this step, makes an empty server's data for the one image and the database of a shop
# that can sell for the other.
set -euo pipefail
work=$1
unset TMPDIR # means nothing in a chroot
here=$(cd "$(dirname "$0")" && pwd)
shop=$work/shop mariadb=$work/mariadb
cp -r "$work/layers/shop/." "$shop/"
cp -r "$work/layers/mariadb/." "$mariadb/"
for root in "$shop" "$mariadb"; do
  [ -e "$root/dev/null" ] || { mknod -m 666 "$root/dev/null" c 1 3; mknod -m 444 "$root/dev/urandom" c 1 9; }
  chmod 1777 "$root/tmp"
done
in_mariadb() { chroot --userspec=999:999 "$mariadb" "$@"; }

# One data file each and a small log: a new shop's volume starts with a copy.
rm -rf "$mariadb/var/lib/mysql" && install -d -o 999 -g 999 "$mariadb/var/lib/mysql"
chown 999:999 "$mariadb/run/mysqld"
in_mariadb mariadb-install-db --datadir=/var/lib/mysql --auth-root-authentication-method=socket --auth-root-socket-user=mysql \
  --skip-test-db --skip-name-resolve --force >/dev/null
tar -C "$mariadb/var/lib/mysql" --owner=999 --group=999 --sort=name -cf "$work/layers/mariadb/usr/share/uruimi/data.tar" .
chmod 644 "$work/layers/mariadb/usr/share/uruimi/data.tar"

port=$(chroot "$shop" php -r '$s = stream_socket_server("tcp://127.0.0.1:0"); echo explode(":", stream_socket_get_name($s, false))[1];')
MARIADB_DATABASE=bake MARIADB_USER=bake MARIADB_PASSWORD=bake chroot --userspec=999:999 "$mariadb" /usr/local/bin/uruimi-database \
  --bind-address=127.0.0.1 --port="$port" --innodb-flush-log-at-trx-commit=0 --skip-innodb-doublewrite &
server=$!
trap 'kill -KILL "$server" 2>/dev/null || true' EXIT

# Its own wp-content, not the volume a store has.
cp -r "$shop/usr/src/wordpress/wp-content/." "$shop/var/www/html/wp-content/"
chown -R 33:33 "$shop/var/www/html/wp-content"
baking=(env -i PATH=/usr/local/bin:/usr/bin:/bin PHP_INI_SCAN_DIR=:/etc/uruimi
  WORDPRESS_DB_HOST="127.0.0.1:$port" WORDPRESS_DB_USER=bake WORDPRESS_DB_PASSWORD=bake WORDPRESS_DB_NAME=bake
  SHOP_URL=http://shop.uruimi.invalid SHOP_START_SECONDS=60)
for key in AUTH_KEY SECURE_AUTH_KEY LOGGED_IN_KEY NONCE_KEY AUTH_SALT SECURE_AUTH_SALT LOGGED_IN_SALT NONCE_SALT; do
  # WordPress makes keys of its own, which every store would share, when two are alike.
  baking+=("WORDPRESS_$key=bake-$key")
done
in_shop() { chroot --userspec=33:33 "$shop" "${baking[@]}" "$@"; }
in_shop php /usr/share/uruimi/prepare.php
mkdir -p "$shop/build" && cp "$here/dump.php" "$shop/build/"
in_shop php /build/dump.php >"$work/tmp/baked.sql"
grep -q 'SAMPLE-MUG' "$work/tmp/baked.sql"
# Files that go with that database: the placeholder picture, folders that no one may look into.
if [ -d "$shop/var/www/html/wp-content/uploads" ]; then
  cp -r "$shop/var/www/html/wp-content/uploads" "$work/layers/shop/usr/src/wordpress/wp-content/"
  chown -R 0:0 "$work/layers/shop/usr/src/wordpress/wp-content/uploads"
fi
install -m 644 "$work/tmp/baked.sql" "$work/layers/shop/usr/share/uruimi/baked.sql"
kill "$server"
wait "$server" || true
