# Starts the supervisor again whenever it is gone, for as long as "up" is desired.
# usage: keeper.sh RUN_FOLDER LOG COMMAND...
# The folder's files desired, keeper and supervisor hold: up or down; pid and start time; same.
run=$1 log=$2
shift 2

started() { # start time of process $1: field 22 of its stat
  read -r stat 2>/dev/null < "/proc/$1/stat" || return 1
  set -- ${stat##*) }
  [ "$1" != Z ] && echo "${20}"
}
desired() { read -r word < "$run/desired" && [ "$word" = up ]; }
supervised() {
  read -r pid start 2>/dev/null < "$run/supervisor" && [ "$(started "$pid")" = "$start" ]
}

echo "$$ $(started $$)" > "$run/keeper.new" && mv "$run/keeper.new" "$run/keeper"
while desired 2>/dev/null; do
  if ! supervised; then
    "$@" >> "$log" 2>&1 < /dev/null &
    child=$!
    for _ in 1 2 3 4 5 6 7 8 9 10; do # until it has said who it is
      sleep 1
      supervised && break
      kill -0 "$child" 2>/dev/null || break
    done
  fi
  sleep 1
done
