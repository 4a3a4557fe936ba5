#!/usr/bin/env bash
# Runs the conformance suite.
#   run.sh                              against this repository's broker, which it starts
#   run.sh --uri amqp://user:password@host:port/vhost [--management http://user:password@host:port]
#   run.sh --compare [--here FILE.trx]  against this broker and a real RabbitMQ, and compares; --here takes a run made before
#   … --filter EXPRESSION               only some tests, as for dotnet test
set -euo pipefail
cd "$(dirname "$0")/.."

readonly configuration=${CONFIGURATION:-Release}
readonly project=conformance/AmqpBroker.ConformanceTests.csproj
readonly results=artifacts/conformance
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
unset AMQP_CONFORMANCE_URI AMQP_CONFORMANCE_MANAGEMENT

usage() { sed -n '2,6s/^# \{0,1\}//p' conformance/run.sh; exit 2; }

# Runs the tests; a failing test is no reason to stop here.
run_suite() {
  local name=$1 uri=$2 management=$3 filter=$4
  local arguments=(--configuration "$configuration" --no-build --results-directory "$results"
    --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=minimal')
  if [[ -n $filter ]]; then arguments+=(--filter "$filter"); fi
  AMQP_CONFORMANCE_URI=$uri AMQP_CONFORMANCE_MANAGEMENT=$management dotnet test "$project" "${arguments[@]}"
}

compare() {
  local here=$1 filter=$2 directory uri management
  if [[ -z $here ]]; then
    here=$results/here.trx
    run_suite here '' '' "$filter" > "$results/here.log" || tail -1 "$results/here.log"
  fi
  directory=$(mktemp -d)
  # shellcheck disable=SC2064 # the directory of now
  trap "conformance/rabbitmq.sh stop '$directory'" EXIT
  conformance/rabbitmq.sh start "$directory" > "$results/rabbitmq.uri"
  read -r uri management < "$results/rabbitmq.uri"
  run_suite rabbitmq "$uri" "$management" "$filter" > "$results/rabbitmq.log" || tail -1 "$results/rabbitmq.log"
  /usr/bin/python3 conformance/compare.py "$here" "$results/rabbitmq.trx" "$results/comparison.md" "$filter"
}

main() {
  local uri='' management='' here='' filter='' comparing=false
  while (($# > 0)); do
    case $1 in
      --compare) comparing=true; shift ;;
      --uri) uri=${2:?a URI}; shift 2 ;;
      --management) management=${2:?a URI}; shift 2 ;;
      --here) here=${2:?a file}; shift 2 ;;
      --filter) filter=${2:?an expression}; shift 2 ;;
      *) usage ;;
    esac
  done
  mkdir -p "$results"
  if [[ -z $uri && -z $here ]]; then
    dotnet build src/AmqpBroker --configuration "$configuration" --verbosity quiet -consoleLoggerParameters:NoSummary
  fi
  if [[ -z $here ]]; then
    dotnet build "$project" --configuration "$configuration" --verbosity quiet -consoleLoggerParameters:NoSummary
  fi
  if [[ $comparing == true ]]; then
    compare "$here" "$filter"
  else
    run_suite results "$uri" "$management" "$filter"
  fi
}

main "$@"
