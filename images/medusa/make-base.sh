#!/bin/sh
# Installs what the build needs and the base image does not have already. npm only where build.sh did not bring the shop's packages.
set -eu
packages=$(cat /build/packages.txt)
[ -e /cache/app/node_modules ] || packages="$packages $(cat /build/packages-npm.txt)"
dpkg -s $packages >/dev/null 2>&1 && exit 0
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages
