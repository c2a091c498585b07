# Part of ./uruimi: builds module `local` into $command, whole or not at all.
command -v mvn >/dev/null || install maven "it builds Uruimi's Java modules" ||
  fail "Maven is missing; it builds Uruimi's Java modules." \
    "Install it, for example Debian/Ubuntu: apt install maven; Fedora: dnf install maven; macOS: brew install maven."

building=$command.$$
log=$cache/command/build.log
work=
trap 'rm -rf "$building"; [ -z "$work" ] || kill "$work" 2>/dev/null || true' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

await() { # process $work, telling for how long: $1
  local start=$SECONDS
  [ -t 2 ] || say "$1 ..."
  while kill -0 "$work" 2>/dev/null; do
    [ ! -t 2 ] || printf '\r%s ... %d s ' "$1" $((SECONDS - start)) >&2
    sleep 0.2
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
  wait "$work" || { tail -n 25 "$log" >&2; fail "building the command failed; the whole log: $log"; }
  work=
  say "$1: $((SECONDS - start)) s"
}
build() {
  rm -rf local/target/lib
  mvn -q -B -pl local -am -Dmaven.test.skip=true package >"$log" 2>&1 </dev/null &
  work=$!
  await "Building the uruimi command (once per change)"
}
install_jars() { # ours into $building, the others beside for all versions of the command; sets $classpath
  local jar name
  for jar in local/target/local-*.jar local/target/lib/*.jar; do
    name=${jar##*/}
    case $name in
    *-SNAPSHOT.jar) cp "$jar" "$building/" && classpath+=:$command/$name ;;
    *)
      [ -f "$cache/lib/$name" ] || { cp "$jar" "$cache/lib/.$name.$$" && mv "$cache/lib/.$name.$$" "$cache/lib/$name"; }
      classpath+=:$cache/lib/$name
      ;;
    esac
  done
}
write_arguments() {
  cat >"$building/java.args" <<ARGS
-XX:+UseSerialGC
-XX:TieredStopAtLevel=1
-Xmx256m
-Xshare:auto
-Xlog:disable
-Xlog:all=error:stderr
-Xlog:cds=off
-Xlog:aot=off
-Djdk.httpclient.allowRestrictedHeaders=host,connection
-cp
"${classpath#:}"
ARGS
}
archive_classes() { # halves the start-up; the command works without
  "$JAVA_HOME/bin/java" "@$command/java.args" -XX:ArchiveClassesAtExit="$building.jsa" dev.uruimi.local.Uruimi --help >/dev/null 2>&1 &&
    mv -f "$building.jsa" "$command/classes.jsa" || true
}

mkdir -p "$cache/command" "$cache/lib"
exec 9>"$cache/command/lock" # one at a time: they share target/
if command -v flock >/dev/null; then
  flock -n 9 || { say "Waiting for another uruimi to build ..." && flock 9; }
fi
if [ ! -f "$command/java.args" ]; then
  mkdir -p "$building"
  classpath=
  build
  install_jars
  write_arguments
  mv "$building" "$command"
  archive_classes
fi
exec 9>&- # or whatever is started keeps the lock
trap - EXIT INT TERM
