#!/bin/sh
# The container that holds a pod's namespaces: Debian's catatonit (static) and nothing else.
# usage: build.sh --work FOLDER --out FOLDER
set -eu
while [ $# -gt 0 ]; do
  case $1 in
    --work) work=$2 ;;
    --out) out=$2 ;;
    *) echo "usage: build.sh --work FOLDER --out FOLDER" >&2 && exit 64 ;;
  esac
  shift 2
done
image=localhost/uruimi/pause:1

echo "==> packing catatonit"
rm -rf "$work/image" && mkdir -p "$work/image/layer"
cp "$(command -v catatonit)" "$work/image/layer/catatonit"
chmod 755 "$work/image/layer/catatonit"
tar -C "$work/image/layer" --owner=0 --group=0 --mtime=@0 --sort=name -cf "$work/image/layer.tar" catatonit

case $(uname -m) in
  x86_64) architecture=amd64 ;;
  aarch64) architecture=arm64 ;;
  *) architecture=$(uname -m) ;;
esac
layer=$(sha256sum "$work/image/layer.tar" | cut -d' ' -f1)
cat > "$work/image/config.json" <<EOF
{"architecture": "$architecture", "os": "linux",
 "config": {"User": "65535:65535", "Entrypoint": ["/catatonit", "-P"]},
 "rootfs": {"type": "layers", "diff_ids": ["sha256:$layer"]}}
EOF
cat > "$work/image/manifest.json" <<EOF
[{"Config": "config.json", "RepoTags": ["$image"], "Layers": ["layer.tar"]}]
EOF
tar -C "$work/image" -cf "$out/pause.tar" manifest.json config.json layer.tar
echo "pause.tar $image" > "$out/images.txt"
