#!/bin/sh
# assemble.sh CACHE OUT: builds the shop in CACHE and lays out the two images' files in OUT/medusa and OUT/postgres.
# Lines starting with `==>` are what build.sh shows as its steps.
set -eu
cache=$1 out=$2
app=$cache/app
arch=$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo "$(uname -m)-linux-gnu")
node=$app/node_modules/node-linux-$arch/bin/node

echo "open files: $(ulimit -n)" >&2

echo "==> npm packages of the shop"
sh /build/install.sh "$cache" /build/source
cd "$app"
rm -rf uruimi public baked.sql .medusa
cp -r /build/source/medusa-config.js /build/source/uruimi .

echo "==> admin"
NODE_ENV=production JWT_SECRET=build COOKIE_SECRET=build "$node" uruimi/build-admin.js >&2

echo "==> baked database"
sh /build/bake.sh "$app" "$node" >&2

echo "==> image contents"
# skeleton DIR USER: what both images are built on: merged /usr, busybox, a user, the time zones.
skeleton() {
  mkdir -p "$1/usr/bin" "$1/usr/lib" "$1/usr/lib64" "$1/etc" "$1/tmp" "$1/usr/share"
  ln -s usr/bin "$1/bin"; ln -s usr/lib "$1/lib"; ln -s usr/lib64 "$1/lib64"
  chmod 1777 "$1/tmp"
  cp /bin/busybox "$1/usr/bin/"
  for applet in sh cat cp ls mkdir mv rm sed grep env id ps sleep touch chmod wget nslookup tar gzip; do ln -s busybox "$1/usr/bin/$applet"; done
  printf 'root:x:0:0:root:/:/bin/sh\n%s:x:10001:10001::/tmp:/bin/sh\n' "$2" >"$1/etc/passwd"
  printf 'root:x:0:\n%s:x:10001:\n' "$2" >"$1/etc/group"
  printf 'hosts: files dns\n' >"$1/etc/nsswitch.conf"
}
# libraries DIR FILE...: the shared libraries those programs and modules load.
libraries() {
  to=$1; shift
  for file in "$@"; do ldd "$file" 2>/dev/null || true; done | grep -oE '/[^ ]+' | grep -v libLLVM | sort -u |
    while read -r library; do
      target=$to$(readlink -f "$(dirname "$library")")/$(basename "$library")
      mkdir -p "$(dirname "$target")"
      [ -e "$target" ] || cp -L "$library" "$target"
    done
}

rm -rf "$out"
skeleton "$out/medusa" shop
mkdir -p "$out/medusa/usr/local/bin" "$out/medusa/srv"
cp "$node" "$out/medusa/usr/local/bin/node"
libraries "$out/medusa" "$node"
mkdir "$out/medusa/app"
tar -c --exclude='./node_modules/node-linux-*' --exclude='./node_modules/@medusajs/dashboard' --exclude=./.npmrc --exclude=./uruimi/bake.js \
  --exclude=./uruimi/seed.js --exclude=./uruimi/build-admin.js --exclude=./.medusa . | tar -x -C "$out/medusa/app"
sh /build/prune.sh "$out/medusa/app"
mkdir -p "$out/medusa/app/static"
mkdir "$out/medusa/srv/storefront"
ln -s /tmp/uruimi "$out/medusa/srv/storefront/uruimi"

pg=usr/lib/postgresql/15
skeleton "$out/postgres" postgres
mkdir -p "$out/postgres/$pg/bin" "$out/postgres/$pg/lib" "$out/postgres/usr/share/postgresql" "$out/postgres/var/lib/postgresql/data" \
  "$out/postgres/usr/lib/locale"
for program in postgres psql pg_isready pg_dump pg_restore pg_dumpall pg_controldata; do cp /$pg/bin/$program "$out/postgres/$pg/bin/"; done
cp -r /$pg/lib/. "$out/postgres/$pg/lib/"
rm -rf "$out/postgres/$pg/lib/bitcode" "$out/postgres/$pg/lib/pgxs" "$out/postgres/$pg/lib"/llvmjit*
cp -r /usr/share/postgresql/15 "$out/postgres/usr/share/postgresql/"
rm -rf "$out/postgres/usr/share/postgresql/15/man"
cp -r /usr/share/zoneinfo "$out/postgres/usr/share/"
cp -r /usr/lib/locale/C.utf8 "$out/postgres/usr/lib/locale/"
libraries "$out/postgres" "$out/postgres/$pg/bin/"* "$out/postgres/$pg/lib/"*.so
ln -s /tmp "$out/postgres/var/run-postgresql" && mkdir -p "$out/postgres/var/run" && mv "$out/postgres/var/run-postgresql" "$out/postgres/var/run/postgresql"
# An empty cluster, ready to be copied into a new volume: initdb would cost every new shop three seconds.
template=$(mktemp -d)
chown postgres "$template"
setpriv --reuid postgres --regid postgres --clear-groups /$pg/bin/initdb -D "$template/db" -U postgres -E UTF8 --locale=C.UTF-8 \
  --auth-local=trust --auth-host=scram-sha-256 --no-sync --no-instructions >/dev/null
printf 'host all all all scram-sha-256\n' >>"$template/db/pg_hba.conf"
printf "listen_addresses = '*'\njit = off\nlog_timezone = 'Etc/UTC'\ntimezone = 'Etc/UTC'\n" >>"$template/db/postgresql.conf"
mkdir -p "$out/postgres/usr/share/uruimi"
cp -r "$template/db" "$out/postgres/usr/share/uruimi/pgdata"
chmod -R go+rX "$out/postgres/usr/share/uruimi"
rm -rf "$template"
# Whose work the images carry.
for package in libc6 libstdc++6 libgcc-s1 busybox-static; do
  mkdir -p "$out/medusa/usr/share/doc/$package"; cp "/usr/share/doc/$package/copyright" "$out/medusa/usr/share/doc/$package/" || true
done
for package in libc6 postgresql-15 busybox-static; do
  mkdir -p "$out/postgres/usr/share/doc/$package"; cp "/usr/share/doc/$package/copyright" "$out/postgres/usr/share/doc/$package/" || true
done
chown -R 0:0 "$out"
chown 10001:10001 "$out/medusa/app/static" "$out/postgres/var/lib/postgresql/data"
