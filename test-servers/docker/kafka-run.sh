#!/bin/sh
# As the official image's script of this name: KAFKA_A_B becomes a.b, the storage is formatted, the broker runs.
set -eu
settings=/opt/kafka/server.properties
libraries='/opt/kafka/libs/*'
echo log.dirs=/var/lib/kafka > "$settings"
env | sed -n 's/^KAFKA_\([A-Z_]*\)=/\1=/p' | while IFS='=' read -r name value; do
  echo "$(echo "$name" | tr 'A-Z_' 'a-z.')=$value" >> "$settings"
done
java -cp "$libraries" kafka.tools.StorageTool format --ignore-formatted --cluster-id "${CLUSTER_ID:-4L6g3nShT-eMCtK--X86sw}" --config "$settings"
exec java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$libraries" kafka.Kafka "$settings"
