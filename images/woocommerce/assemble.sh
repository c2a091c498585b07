#!/bin/bash
# assemble.sh WORK VARIANT WORDPRESS WOOCOMMERCE CHECKSUMS: lays out in WORK/layers/{shop,mariadb} what comes over Debian.
set -euo pipefail
work=$1 variant=$2 wordpress=$3 woocommerce=$4 checksums=$5
here=$(cd "$(dirname "$0")" && pwd)
shop=$work/layers/shop mariadb=$work/layers/mariadb
html=$shop/var/www/html content=$shop/usr/src/wordpress/wp-content
unpacked=$work/tmp/unpacked
mkdir -p "$html" "$content/plugins" "$content/themes" "$mariadb"

# unpack ARCHIVE INNER: prints the folder of the unpacked archive that holds INNER.
unpack() {
  rm -rf "$unpacked" && mkdir -p "$unpacked"
  if tar -tzf "$1" >/dev/null 2>&1; then
    tar -xzf "$1" -C "$unpacked" --no-same-owner --no-same-permissions
  else
    mkdir -p "$work/shop/build" && cp "$1" "$work/shop/build/archive"
    chroot "$work/shop" php -r '$z = new ZipArchive(); if ($z->open("/build/archive") !== true || !$z->extractTo("/build/out")) { fwrite(STDERR, "no zip or tar.gz\n"); exit(1); }'
    mv "$work/shop/build/out"/* "$unpacked/"
    rm -rf "$work/shop/build"
  fi
  local found
  found=$(find "$unpacked" -maxdepth 4 -path "*/$2" -print -quit)
  [ -n "$found" ] || { echo "$1 holds no $2" >&2; exit 65; }
  printf '%s' "${found%"/$2"}"
}

if [ "$variant" = real ]; then
  core=$(unpack "$wordpress" wp-includes/version.php)
  themes=$core/wp-content/themes
else
  core=$work/tmp/debian
  rm -rf "$core"
  cp -rL "$work/shop/usr/share/wordpress" "$core" 2>/dev/null || true # its links into /etc and /var are not needed
  [ -f "$core/wp-includes/version.php" ] || { echo "Debian's wordpress package is not as expected" >&2; exit 65; }
  # Links to other packages lead out of the chroot: copy what they mean.
  find "$work/shop/usr/share/wordpress" -type l -lname '/*' -o -type l -lname '*../*' | while read -r link; do
    target=$(chroot "$work/shop" readlink -f "/${link#"$work/shop/"}") || continue
    place=$core/${link#"$work/shop/usr/share/wordpress/"}
    if [ -e "$work/shop$target" ] && [ "${place#"$core/wp-content"}" = "$place" ]; then
      rm -rf "$place" && cp -r "$work/shop$target" "$place"
    fi
  done
  themes=$work/shop/usr/share/wordpress/wp-content/themes
  rm -f "$core/wp-config.php"
fi
cp -r "$core/." "$html/"
rm -rf "$html/wp-content" "$html/wp-config-sample.php"
mkdir "$html/wp-content"

# Of the themes the one a new site gets; a merchant installs others.
theme=$(sed -n "s/.*'WP_DEFAULT_THEME', '\([a-z]*\)'.*/\1/p" "$html/wp-includes/default-constants.php" | head -n1)
[ -n "$theme" ] && [ -d "$themes/$theme" ] || theme=$(basename "$(find "$themes" -mindepth 1 -maxdepth 1 -name 'twenty*' | sort | tail -n1)")
cp -rL "$themes/$theme" "$content/themes/"
for folder in "$content" "$content/plugins" "$content/themes"; do printf '<?php\n// Silence is golden.\n' >"$folder/index.php"; done

if [ "$variant" = real ]; then
  plugin=$(unpack "$woocommerce" woocommerce.php)
  mkdir "$content/plugins/woocommerce"
  cp -r "$plugin/." "$content/plugins/woocommerce/"
  if [ -n "$checksums" ]; then
    mkdir -p "$work/shop/build" && cp "$checksums" "$work/shop/build/checksums.json" && cp -r "$plugin" "$work/shop/build/plugin"
    chroot "$work/shop" php -r '
      foreach (json_decode(file_get_contents("/build/checksums.json"), true)["files"] as $file => $sums) {
          if (!in_array(hash_file("sha256", "/build/plugin/$file"), (array) $sums["sha256"], true)) { fwrite(STDERR, "$file is not what its publisher offers\n"); exit(1); }
      }'
    rm -rf "$work/shop/build"
  fi
else
  cp -r "$here/test/plugin-double" "$content/plugins/woocommerce"
fi
sed -n 's/^[ *]*Version: *\([0-9][^ ]*\).*/\1/p' "$content/plugins/woocommerce/woocommerce.php" | head -n1 >"$work/layers/version"
[ -s "$work/layers/version" ] || { echo "the WooCommerce archive says no version" >&2; exit 65; }
rm -rf "$unpacked" "$work/tmp/debian"

cp -r "$here/rootfs/shop/." "$shop/"
cp -r "$here/rootfs/mariadb/." "$mariadb/"
sed -n 's/^\$wp_db_version = \([0-9]*\);.*/\1/p' "$html/wp-includes/version.php" >"$shop/usr/share/uruimi/core-db-version"
# WordPress before 6.8 does not know the newer form of a password's hash.
core_version=$(sed -n "s/^\$wp_version = '\([0-9.]*\).*/\1/p" "$html/wp-includes/version.php")
if [ "$(printf '%s\n6.8\n' "$core_version" | sort -V | head -n1)" != 6.8 ]; then touch "$shop/usr/share/uruimi/hash-md5"; fi
echo "WordPress $core_version, WooCommerce $(cat "$work/layers/version") ($variant)"

# The official images' users; mysql is 999 there.
mkdir -p "$mariadb/etc"
{ cat "$work/mariadb/etc/passwd"; echo 'mysql:x:999:999::/var/lib/mysql:/usr/sbin/nologin'; } >"$mariadb/etc/passwd"
{ cat "$work/mariadb/etc/group"; echo 'mysql:x:999:'; } >"$mariadb/etc/group"
mkdir -p "$mariadb/var/lib/mysql" "$mariadb/run/mysqld" "$mariadb/usr/share/uruimi"
chown -R 0:0 "$work/layers"
chmod -R go+rX "$work/layers"
chown 999:999 "$mariadb/var/lib/mysql" "$mariadb/run/mysqld"
chown 33:33 "$html/wp-content"
