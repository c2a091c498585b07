#!/bin/bash
# build.sh --work DIR --out DIR: builds the shop's two images into docker archives. Steps on stdout as `==> what`, the rest on stderr.
#
# WordPress and WooCommerce are in no package registry. They come from, in this order:
#   URUIMI_WORDPRESS=debian         Debian's own WordPress and a DOUBLE of the plugin that cannot sell: for tests of everything else
#   URUIMI_WORDPRESS_ARCHIVE and    local archives, zip or tar.gz (URUIMI_WORDPRESS_SHA256 and URUIMI_WOOCOMMERCE_SHA256 are checked
#   URUIMI_WOOCOMMERCE_ARCHIVE      when given)
#   their publishers' sites         the versions in versions.sh, checked against the checksums published there
# Where none can be had there are no images: images.txt stays empty and the last step says why.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
while [ $# -gt 0 ]; do
  case $1 in
    --work) work=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    *) echo "usage: build.sh --work DIR --out DIR" >&2; exit 64 ;;
  esac
done
: "${work:?--work is missing}" "${out:?--out is missing}"
mkdir -p "$work" "$out"
work=$(cd "$work" && pwd) out=$(cd "$out" && pwd)

# With mounts and processes of its own: however this script ends, even killed, none of either stays behind.
isolated=(unshare --mount --propagation private --pid --fork --kill-child=KILL --mount-proc)
if [ -z "${URUIMI_ISOLATED:-}" ] && "${isolated[@]}" true 2>/dev/null; then
  URUIMI_ISOLATED=1 setpriv --pdeathsig KILL "${isolated[@]}" bash "$0" --work "$work" --out "$out" &
  child=$!
  trap 'kill -KILL "$child" 2>/dev/null || true' EXIT
  trap 'exit 143' TERM
  trap 'exit 130' INT
  wait "$child"
  exit
fi
exec 9>"$work/lock"
flock 9
. "$here/versions.sh"
mkdir -p "$work/tmp" "$work/cache"
export TMPDIR=$work/tmp

# download URL FILE: false when it cannot be had.
download() {
  [ -e "$2" ] && return
  command -v curl >/dev/null || { echo "no curl to download $1" >&2; return 1; }
  curl -fsSL --proto =https --connect-timeout 5 --max-time 600 -o "$2.part" "$1" >&2 && mv "$2.part" "$2"
}

variant=real
if [ "${URUIMI_WORDPRESS:-}" = debian ]; then
  variant=debian-double
elif [ -n "${URUIMI_WORDPRESS:-}" ]; then
  echo "URUIMI_WORDPRESS may be debian or absent, not ${URUIMI_WORDPRESS}" >&2
  exit 64
elif [ -n "${URUIMI_WORDPRESS_ARCHIVE:-}${URUIMI_WOOCOMMERCE_ARCHIVE:-}" ]; then
  wordpress=${URUIMI_WORDPRESS_ARCHIVE:?is missing beside URUIMI_WOOCOMMERCE_ARCHIVE}
  woocommerce=${URUIMI_WOOCOMMERCE_ARCHIVE:?is missing beside URUIMI_WORDPRESS_ARCHIVE}
else
  echo "==> WordPress $wordpress_version and WooCommerce $woocommerce_version"
  wordpress=$work/cache/wordpress-$wordpress_version.tar.gz
  woocommerce=$work/cache/woocommerce-$woocommerce_version.zip
  checksums=$work/cache/woocommerce-$woocommerce_version.json
  if ! { download "$wordpress_archive" "$wordpress" && download "$wordpress_sha1" "$wordpress.sha1" &&
    download "$woocommerce_archive" "$woocommerce" && download "$woocommerce_checksums" "$checksums"; }; then
    echo "==> skipped: neither URUIMI_WORDPRESS_ARCHIVE and URUIMI_WOOCOMMERCE_ARCHIVE nor their publishers' sites are at hand"
    : >"$out/images.txt"
    exit
  fi
  echo "$(tr -d ' \n' <"$wordpress.sha1")  $wordpress" | sha1sum --check --quiet >&2
fi
if [ $variant = real ]; then
  for pair in "WORDPRESS:$wordpress" "WOOCOMMERCE:$woocommerce"; do
    sum=URUIMI_${pair%%:*}_SHA256 file=${pair#*:}
    [ -f "$file" ] || { echo "URUIMI_${pair%%:*}_ARCHIVE: no file $file" >&2; exit 66; }
    if [ -n "${!sum:-}" ]; then echo "${!sum}  $file" | sha256sum --check --quiet >&2; fi
  done
fi

# base NAME PACKAGES-FILE...: a Debian with those packages as $work/NAME.tar, once per list of packages.
base() {
  local name=$1 bootstrap
  shift
  bootstrap=(mmdebstrap --variant=essential --include="$(cat "$@" | paste -sd,)" --aptopt='APT::Install-Recommends "false"'
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/info/*'
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' --dpkgopt=force-unsafe-io bookworm)
  local list
  list=$(printf '%s\n' "${bootstrap[@]}" | sha256sum)
  if [ "$(cat "$work/$name.list" 2>/dev/null)" != "$list" ]; then
    rm -f "$work/$name.list"
    "${bootstrap[@]}" "$work/$name.tar.part" --format=tar >&2
    mv "$work/$name.tar.part" "$work/$name.tar"
    echo "$list" >"$work/$name.list"
  fi
  rm -rf "${work:?}/$name"
  mkdir "$work/$name"
  tar -xf "$work/$name.tar" -C "$work/$name" --exclude='./dev/*'
}
echo "==> Debian with PHP"
if [ $variant = real ]; then
  base shop "$here/packages-shop.txt"
else
  base shop "$here/packages-shop.txt" "$here/packages-shop-debian.txt"
fi
echo "==> Debian with MariaDB"
base mariadb "$here/packages-mariadb.txt"

echo "==> image contents"
rm -rf "$work/layers"
mkdir -p "$work/layers"
bash "$here/assemble.sh" "$work" "$variant" "${wordpress:-}" "${woocommerce:-}" "${checksums:-}" >&2

echo "==> baked database"
bash "$here/bake.sh" "$work" >&2

echo "==> archives"
version=$(cat "$work/layers/version")
if [ $variant = real ]; then tags="local,$version"; else tags=$variant; fi
bash "$here/archive.sh" "$work" shop "$here/image-shop.json" "$out/woocommerce.tar" localhost/uruimi/woocommerce "$tags"
bash "$here/archive.sh" "$work" mariadb "$here/image-mariadb.json" "$out/mariadb.tar" localhost/uruimi/mariadb 10.11
printf 'woocommerce.tar localhost/uruimi/woocommerce:%s\nmariadb.tar localhost/uruimi/mariadb:10.11\n' "${tags%%,*}" >"$out/images.txt.part"
mv "$out/images.txt.part" "$out/images.txt"
rm -rf "$work/shop" "$work/mariadb" "$work/layers" "$work/data"
