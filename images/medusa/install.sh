#!/bin/sh
# install.sh CACHE SOURCE: the npm packages of SOURCE/package-lock.json in CACHE/app, unless they are there already.
set -eu
cache=$1 source=$2 here=$(cd "$(dirname "$0")" && pwd)
cmp -s "$source/package-lock.json" "$cache/installed.json" && exit 0
rm -rf "$cache/app" "$cache/installed.json"
mkdir -p "$cache/app"
cp "$source/package.json" "$source/package-lock.json" "$source/.npmrc" "$cache/app/"
cd "$cache/app"
# What the lock names is installed as locked. Not `npm ci`: newer ones refuse a lock without the optional packages of every other
# platform, which a registry need not have.
npm_config_cache=$cache/npm sh "$here/with-npm-settings.sh" npm install --no-audit --no-fund --no-update-notifier >&2
rm -rf "$cache/npm"
cp "$source/package-lock.json" "$cache/installed.json"
