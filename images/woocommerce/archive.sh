#!/bin/bash
# archive.sh WORK NAME CONFIG OUT REPOSITORY TAG,TAG...: packs WORK/NAME.tar (Debian) and WORK/layers/NAME over it as a docker archive.
set -euo pipefail
work=$1 name=$2 config=$3 out=$4 repository=$5 tags=$6
case $(uname -m) in
  x86_64) architecture=amd64 ;;
  aarch64) architecture=arm64 ;;
  *) architecture=$(uname -m) ;;
esac
image=$work/tmp/image
rm -rf "$image" && mkdir -p "$image"
ln "$work/$name.tar" "$image/debian.tar"
tar -C "$work/layers/$name" --numeric-owner --mtime=@0 --sort=name -cf "$image/layer.tar" .
sum() { sha256sum "$1" | cut -d' ' -f1; }
cat >"$image/config.json" <<JSON
{"architecture": "$architecture", "os": "linux", "config": $(cat "$config"),
 "rootfs": {"type": "layers", "diff_ids": ["sha256:$(sum "$image/debian.tar")", "sha256:$(sum "$image/layer.tar")"]}}
JSON
named=$(for tag in ${tags//,/ }; do printf '"%s:%s"\n' "$repository" "$tag"; done | paste -sd,)
echo "[{\"Config\": \"config.json\", \"RepoTags\": [$named], \"Layers\": [\"debian.tar\", \"layer.tar\"]}]" >"$image/manifest.json"
tar -C "$image" -cf "$out.part" manifest.json config.json debian.tar layer.tar
mv "$out.part" "$out"
rm -rf "$image"
