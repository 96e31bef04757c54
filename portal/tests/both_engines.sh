#!/usr/bin/env sh
# both_engines.sh PYTHON [pytest's words]: every test on SQLite, those about data on the
# PostgreSQL that TEST_POSTGRES_URL names too. Two at a time, each about as long as the
# other: what needs no browser here, PostgreSQL and then the browser there.
set -u
python=$1
shift
mkdir -p var
log=var/tests-beside.log
{
  DATABASE_URL="$TEST_POSTGRES_URL" "$python" -m pytest --data-only -m "not browser" \
    -p no:cacheprovider "$@"
  data=$?
  "$python" -m pytest -m browser -p no:cacheprovider "$@"
  browser=$?
  # 5: none of the tests asked for drives a browser, or uses data.
  [ "$data" -eq 0 ] || [ "$data" -eq 5 ] || exit 1
  [ "$browser" -eq 0 ] || [ "$browser" -eq 5 ]
} >"$log" 2>&1 &
other=$!
trap 'kill "$other" 2>/dev/null' INT TERM
"$python" -m pytest -m "not browser" "$@"
sqlite=$?
wait "$other"
beside=$?
echo "On PostgreSQL, the tests about data; then the browser:"
cat "$log"
{ [ "$sqlite" -eq 0 ] || [ "$sqlite" -eq 5 ]; } && [ "$beside" -eq 0 ]
