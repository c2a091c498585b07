#!/bin/sh
# Starts a service by its jar, or runs another command.
case ${1:-} in
  *.jar)
    exec java -Xmx192m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED \
      --sun-misc-unsafe-memory-access=allow -Djdk.httpclient.allowRestrictedHeaders=host,connection -jar "$@" ;;
esac
exec "$@"
