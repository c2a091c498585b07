#!/bin/sh
# Lays out what the image holds in folder $1: the services as Maven has built them, the engines, their charts.
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1"
for service in store-api provisioner readiness-watcher cleanup; do
  java -Djarmode=tools -jar "$service"/target/*-app.jar extract --force --destination "$1/$service"
  mv "$1/$service"/*-app.jar "$1/$service/$service.jar"
done
cp -R engines charts compose/secrets.sh compose/start.sh "$1/"
chmod -R a+rX "$1"
