#!/bin/bash
# build.sh --work DIR --out DIR: builds the shop's images into docker archives. Steps on stdout as `==> what`, the rest on stderr.
# Everything it keeps is below --work; killed and run again it goes on from there.
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

medusa=$(sed -n 's/.*"@medusajs\/medusa": "\(.*\)".*/\1/p' "$here/app/package.json")
rm -rf "$work/run" "$work/tmp" "$work/context"
mkdir -p "$work/tmp" "$work/cache"
export TMPDIR=$work/tmp
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT
# What is built is this copy: an edit made meanwhile must not end up in one image and not in the other.
cp -r "$here" "$work/context"
. "$work/context/builder.sh"
choose_builder
echo "==> $builder builds the images"
forget_containers

packages=("$here/packages.txt")
installed=
if mounts_folders && command -v npm >/dev/null; then
  # npm's packages come while the base is made. Without npm on this machine, or a way to hand them over, the base gets Debian's npm.
  echo "==> npm packages of the shop"
  sh "$work/context/install.sh" "$work/cache" "$work/context/app" >&2 &
  installed=$!
else
  packages+=("$here/packages-npm.txt")
fi

bootstrap=(mmdebstrap --variant=minbase --include="$(cat "${packages[@]}" | paste -sd,)" --aptopt='APT::Install-Recommends "false"'
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/lib/*/libLLVM*'
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' --dpkgopt=force-unsafe-io bookworm)
base=localhost/uruimi/build-base:$(printf '%s\n' "${bootstrap[@]}" | sha256sum | cut -c1-12)
if [ "${URUIMI_IMAGE_BASE:-}" = registry ] || ! command -v mmdebstrap >/dev/null; then
  base=docker.io/library/debian:bookworm-slim # gets the packages during the build
elif ! has_image "$base"; then
  echo "==> Debian base"
  "${bootstrap[@]}" "$work/tmp/base.tar" >&2
  import_image "$work/tmp/base.tar" "$base"
  rm -f "$work/tmp/base.tar"
fi
if [ -n "$installed" ]; then wait "$installed"; fi

# The machine's own npm settings go in as secrets: no layer and no file of the repository ever holds them.
touch "$secrets/npmrc" "$secrets/npmenv" "$secrets/ca"
settings=${npm_config_userconfig:-${NPM_CONFIG_USERCONFIG:-$HOME/.npmrc}}
if [ -f "$settings" ]; then cp "$settings" "$secrets/npmrc"; fi
while IFS='=' read -r -d '' name value; do
  case $name in
    npm_config_userconfig | NPM_CONFIG_USERCONFIG | npm_config_cache | NPM_CONFIG_CACHE | npm_config_*prefix) ;;
    *[!A-Za-z0-9_]*) ;;
    npm_config_* | NPM_CONFIG_*) printf '%s=%q\n' "$name" "$value" >>"$secrets/npmenv" ;;
  esac
done < <(env -0)
if [ -f "${NODE_EXTRA_CA_CERTS:-}" ]; then cp "$NODE_EXTRA_CA_CERTS" "$secrets/ca"; fi

# Buildah's own limit of 1024 open files is too low for the bundler of the admin's pages, which then calls files "not found".
files=$(ulimit -Hn)
if [ "$files" = unlimited ]; then files=65536; fi

build() { # build TARGET NAME:TAG
  local options=(--ulimit "nofile=$files:$files" --build-arg BASE="$base" --target "$1"
    --secret id=npmrc,src="$secrets/npmrc" --secret id=npmenv,src="$secrets/npmenv" --secret id=ca,src="$secrets/ca")
  if mounts_folders; then options+=(--volume "$work/cache:/cache"); fi
  # Docker numbers and times the lines of a build.
  build_image "$2" "${options[@]}" -f "$work/context/Dockerfile" "$work/context" 2>&1 | tee >(cat >&2) |
    sed -un 's/^\(#[0-9]* [0-9.]* \)\{0,1\}\(==> .*\)/\2/p'
}
save() { # save NAME:TAG FILE
  save_image "$1" "$out/$2"
}
echo "==> shop"
build medusa "localhost/uruimi/medusa:$medusa"
build postgres localhost/uruimi/postgres:15
echo "==> archives"
save "localhost/uruimi/medusa:$medusa" medusa.tar
save localhost/uruimi/postgres:15 postgres.tar
printf 'medusa.tar localhost/uruimi/medusa:%s\npostgres.tar localhost/uruimi/postgres:15\n' "$medusa" >"$out/images.txt"
