#!/usr/bin/env bash
# Installs what the tests need and is missing, builds, and runs every test there is. The last line is the sum.
#   ./test.sh            everything
#   ./test.sh NAME…      only the test projects whose name contains one of the words, e.g. ./test.sh Protocol Core
# AMQPBROKER_TEST_URI=amqp://user:password@host:port lets the integration tests drive another broker.
set -euo pipefail
cd "$(dirname "$0")"

readonly configuration=Release
readonly results=artifacts/test-results
readonly project_limit=15m
readonly shown_lines=400
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

passed=0
failed=0
own_policy=''

say() { printf '\n== %s\n' "$*"; }

# The sum comes last, whatever happens.
finish() {
  local status=$?
  remove_own_policy
  if ((status != 0 && failed == 0)); then failed=1; fi
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  exit $((failed > 0 ? 1 : 0))
}
trap finish EXIT

# Installs Debian packages without a word, but for what went wrong.
apt_install() {
  local log
  say "Installing $*"
  log=$(mktemp)
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } > "$log" 2>&1; then
    tail -20 "$log"
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# Names the Debian packages that are missing.
missing_packages() {
  command -v mount > /dev/null || echo mount
  command -v amqp-publish > /dev/null || echo amqp-tools
  /usr/bin/python3 -c 'import pika' 2> /dev/null || echo python3-pika
  /usr/bin/python3 -c 'import amqp' 2> /dev/null || echo python3-amqp
  command -v node > /dev/null || echo nodejs
  command -v npm > /dev/null || echo npm
  [[ -x ${CHROMIUM:-/usr/bin/chromium} ]] || echo chromium
}

install_missing() {
  command -v dotnet > /dev/null || { echo 'The .NET 10 SDK is missing: https://dotnet.microsoft.com/download' >&2; return 1; }
  local packages
  packages=$(missing_packages | tr '\n' ' ')
  if [[ -z $packages ]]; then return; fi
  if ((EUID != 0)); then
    echo "Missing for the tests; install with: sudo apt-get install -y $packages" >&2
    return 1
  fi
  # shellcheck disable=SC2086 # a list of words
  apt_install $packages
}

# What the conformance suite uses when it is there, and passes over when not: clients of other languages, a real RabbitMQ.
missing_extras() {
  has_php_client || echo php-cli php-amqplib
  has_ruby_client || echo ruby ruby-bunny
  has_rabbitmq || echo rabbitmq-server
}

# Only root gets them without asking.
install_extras() {
  local packages policy=/usr/sbin/policy-rc.d
  packages=$(missing_extras | tr '\n' ' ')
  if [[ -z $packages ]]; then return; fi
  if ((EUID != 0)); then echo "Tested with more when there: $packages"; return; fi
  # RabbitMQ's package would start a service on port 5672; Debian asks this script whether it may.
  if [[ ! -e $policy ]]; then own_policy=$policy; printf '#!/bin/sh\nexit 101\n' > "$policy"; chmod +x "$policy"; fi
  # shellcheck disable=SC2086 # a list of words
  apt_install $packages || echo 'They could not be installed: the suite does without.'
  remove_own_policy
}

# Also when interrupted: it would keep every service of the machine from starting.
remove_own_policy() {
  if [[ -n $own_policy ]]; then rm -f "$own_policy"; own_policy=''; fi
}

has_php_client() { php -r 'exit(@include_once("PhpAmqpLib/autoload.php") ? 0 : 1);' > /dev/null 2>&1; }
has_ruby_client() { ruby -e 'require "bunny"' > /dev/null 2>&1; }
has_rabbitmq() { compgen -G '/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server' > /dev/null; }

# The languages whose clients are there now: the conformance suite fails when it does not find them all the same.
client_languages() {
  echo python node
  if has_php_client; then echo php; fi
  if has_ruby_client; then echo ruby; fi
}

install_node_clients() {
  local folder
  for folder in tests/clients/node conformance/Clients/node management-ui; do
    if [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]]; then continue; fi
    say "Installing the Node clients of $folder"
    npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error
  done
}

build() {
  say 'Building'
  dotnet build AmqpBroker.sln --configuration "$configuration" --verbosity quiet -consoleLoggerParameters:NoSummary
}

check_format() {
  say 'Checking the format'
  if ! dotnet format AmqpBroker.sln --verify-no-changes --no-restore; then
    echo 'dotnet format would change files: run it and commit.'
    failed=$((failed + 1))
  fi
}

# Unit tests come first: they tell the most in the least time.
test_projects() {
  local folders=(tests)
  if [[ -d conformance ]]; then folders+=(conformance); fi
  find "${folders[@]}" -name '*Tests.csproj' | sort | awk '
    /Integration|Crash|[Cc]onformance/ { late[++n] = $0; next }
    { print }
    END { for (i = 1; i <= n; i++) print late[i] }'
}

is_selected() {
  local name=$1 word
  shift
  if (($# == 0)); then return 0; fi
  for word in "$@"; do
    if [[ $name == *"$word"* ]]; then return 0; fi
  done
  return 1
}

# Reads one number from the result file of a test run; 0 when the run did not get as far as to write it.
count() {
  { sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" 2> /dev/null || true; } | head -1 | grep . || echo 0
}

# Failing tests in full, without the test runner's own frames; the log keeps what does not fit.
show_failures() {
  local log=$1 lines
  lines=$(grep -vE '^ +at (NUnit|System\.(Runtime|Threading))\.|^--- End of stack trace|^Test run for|^A total of' "$log" | cat -s)
  head -"$shown_lines" <<< "$lines" | sed 's/^/    /'
  if (($(wc -l <<< "$lines") > shown_lines)); then echo "    … more in $log"; fi
}

run_project() {
  local project=$1 name status=0 good bad
  name=$(basename "$project" .csproj)
  local log=$results/$name.log trx=$results/$name.trx started=$SECONDS
  timeout --kill-after=10s "$project_limit" dotnet test "$project" --configuration "$configuration" --no-build \
    --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=minimal' \
    > "$log" 2>&1 || status=$?
  good=$(count "$trx" passed)
  bad=$(count "$trx" failed)
  # A run that crashed, hung, or found nothing to run has failed, whatever it counted.
  if ((bad == 0 && (status != 0 || good == 0))); then bad=1; fi
  printf '%-36s %5d passed, %d failed   %d s\n' "$name" "$good" "$bad" $((SECONDS - started))
  if ((bad > 0)); then
    show_failures "$log"
    if ((good == 0 && status == 0)); then echo "    $name ran no test."; fi
    if ((status == 124)); then echo "    $name did not end within $project_limit."; fi
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
}

# The conformance suite on RabbitMQ, against what it said of this broker: every difference needs a reason.
compare_with_rabbitmq() {
  local name=AmqpBroker.ConformanceTests started=$SECONDS
  if ! is_selected "$name" "$@" || ! has_rabbitmq; then return; fi
  local log=$results/comparison.log good=1 bad=0
  timeout --kill-after=10s "$project_limit" conformance/run.sh --compare --here "$results/$name.trx" > "$log" 2>&1 || { good=0; bad=1; }
  printf '%-36s %5d passed, %d failed   %d s\n' 'Comparison with RabbitMQ' "$good" "$bad" $((SECONDS - started))
  if ((bad > 0)); then show_failures "$log"; fi
  passed=$((passed + good))
  failed=$((failed + bad))
}

# One step of the web pages: its tests count as many as they are, where they can be counted, and else as one.
run_pages() {
  local name="Web pages: $1" log=$results/pages-$1.log status=0 good bad started=$SECONDS
  if ! is_selected "$name" "${@:2}"; then return; fi
  timeout --kill-after=10s "$project_limit" npm --prefix management-ui run --silent "$1" > "$log" 2>&1 || status=$?
  good=$(page_count "$log" passed)
  bad=$(page_count "$log" failed)
  if ((status == 0 && good == 0)); then good=1; fi
  if ((status != 0 && bad == 0)); then bad=1; fi
  printf '%-36s %5d passed, %d failed   %d s\n' "$name" "$good" "$bad" $((SECONDS - started))
  if ((bad > 0)); then show_failures "$log"; fi
  passed=$((passed + good))
  failed=$((failed + bad))
}

# Reads what the runners say last: "Tests  75 passed (75)", or "19 passed (41s)".
page_count() {
  { sed 's/\x1b\[[0-9;]*m//g' "$1" | grep -vE 'Test Files' | grep -oE "[0-9]+ $2\b" || true; } | tail -1 | grep -oE '^[0-9]+' || echo 0
}

install_missing
install_extras
install_node_clients
AMQP_CONFORMANCE_CLIENTS=$(client_languages | tr '\n' ' ')
export AMQP_CONFORMANCE_CLIENTS
build
check_format
say 'Testing'
rm -rf "$results"
mkdir -p "$results"
for project in $(test_projects); do
  if is_selected "$(basename "$project" .csproj)" "$@"; then run_project "$project"; fi
done
compare_with_rabbitmq "$@"
for step in lint test e2e; do run_pages "$step" "$@"; done
