#!/usr/bin/env bash
# A real RabbitMQ on loopback to compare with: a process of its own, with its own node name, ports, data, logs and plugins.
#   rabbitmq.sh start DIR   starts it in the background; prints its URI and that of its HTTP API when it accepts connections
#   rabbitmq.sh stop DIR    stops it, and removes DIR
set -euo pipefail

find_server() {
  local found
  for found in /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server; do
    if [[ -x $found ]]; then echo "$found"; return; fi
  done
  echo 'No RabbitMQ here: apt-get install rabbitmq-server' >&2
  return 1
}

free_port() {
  /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
  local directory=$1 server port http_port distribution_port
  server=$(find_server)
  mkdir -p "$directory"
  directory=$(cd "$directory" && pwd)
  port=$(free_port)
  http_port=$(free_port)
  distribution_port=$(free_port)
  free_port > "$directory/epmd.port"
  echo '[rabbitmq_management,rabbitmq_consistent_hash_exchange].' > "$directory/enabled_plugins"
  printf '%s\n' "listeners.tcp.1 = 127.0.0.1:$port" 'management.tcp.ip = 127.0.0.1' "management.tcp.port = $http_port" \
    > "$directory/rabbitmq.conf"
  ERL_EPMD_PORT=$(< "$directory/epmd.port") ERL_EPMD_ADDRESS=127.0.0.1 HOME=$directory \
    RABBITMQ_NODENAME=conformance@localhost RABBITMQ_MNESIA_BASE=$directory/data RABBITMQ_LOG_BASE=$directory/log \
    RABBITMQ_PID_FILE=$directory/pid RABBITMQ_ENABLED_PLUGINS_FILE=$directory/enabled_plugins \
    RABBITMQ_CONFIG_FILE=$directory/rabbitmq.conf RABBITMQ_DIST_PORT=$distribution_port \
    setsid nice "$server" > "$directory/output.log" 2>&1 < /dev/null &
  echo $! > "$directory/launcher.pid"
  for _ in $(seq 240); do
    if grep -q 'Starting broker... completed' "$directory/output.log"; then
      echo "amqp://guest:guest@127.0.0.1:$port/ http://guest:guest@127.0.0.1:$http_port"
      return
    fi
    sleep 0.25
  done
  cat "$directory/output.log" >&2
  return 1
}

stop() {
  local directory=$1 process
  process=$(cat "$directory/pid" 2> /dev/null || cat "$directory/launcher.pid")
  kill "$process" 2> /dev/null || true
  for _ in $(seq 120); do
    if ! kill -0 "$process" 2> /dev/null; then break; fi
    sleep 0.25
  done
  # The name server that the node started on a port of its own.
  epmd -port "$(< "$directory/epmd.port")" -kill > /dev/null 2>&1 || true
  rm -rf "$directory"
}

case ${1-} in
  start) start "${2:?a directory}" ;;
  stop) stop "${2:?a directory}" ;;
  *) sed -n '2,4s/^# //p' "$0"; exit 2 ;;
esac
