#!/usr/bin/env sh
# both_engines.sh PYTHON [pytest's words]: every test on SQLite, those about data on the
# PostgreSQL that TEST_POSTGRES_URL names too. Two at a time, each about as long as the
# other: what needs no browser on SQLite here, on PostgreSQL there, then half of the
# browser's tests each.
set -u
python=$1
shift
mkdir -p var
log=var/tests-beside.log

run() {
  "$python" -m pytest "$@"
  code=$?
  # 5: none of the tests asked for is one of these.
  [ "$code" -eq 0 ] || [ "$code" -eq 5 ]
}

{
  failed=0
  DATABASE_URL="$TEST_POSTGRES_URL" run --data-only -m "not browser" \
    -p no:cacheprovider "$@" || failed=1
  run -m browser --ignore-glob='*/browser/test_[a-l]*' -p no:cacheprovider "$@" || failed=1
  exit "$failed"
} >"$log" 2>&1 &
other=$!
trap 'kill "$other" 2>/dev/null' INT TERM
failed=0
run -m "not browser" "$@" || failed=1
run -m browser --ignore-glob='*/browser/test_[m-z]*' "$@" || failed=1
wait "$other" || failed=1
echo "On PostgreSQL, the tests about data; then half of the browser's:"
cat "$log"
exit "$failed"
