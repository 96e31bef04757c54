#!/usr/bin/env sh
# both_engines.sh PYTHON [pytest's words]: every test on SQLite while those about data run on
# the PostgreSQL that TEST_POSTGRES_URL names. Fails when either does.
set -u
python=$1
shift
mkdir -p var
log=var/tests-postgresql.log
DATABASE_URL="$TEST_POSTGRES_URL" "$python" -m pytest --data-only -m "not browser" \
  -p no:cacheprovider "$@" >"$log" 2>&1 &
other=$!
trap 'kill "$other" 2>/dev/null' INT TERM
"$python" -m pytest "$@"
sqlite=$?
wait "$other"
postgresql=$?
echo "On PostgreSQL, the tests about data:"
cat "$log"
[ "$sqlite" -eq 0 ] && [ "$postgresql" -eq 0 ]
