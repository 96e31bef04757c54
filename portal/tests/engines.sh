#!/usr/bin/env sh
# engines.sh PYTHON [pytest's words]: every test on SQLite, then those about data on the
# PostgreSQL that TEST_POSTGRES_URL names, each with as many processes as there are cores.
set -u
python=$1
shift
export DJANGO_SETTINGS_MODULE=portal.settings.test
template="import django; django.setup(); from portal.tests import migrated; migrated.template()"
beside=""
# What the first tests can do without is made while they run.
if [ "$#" -eq 0 ]; then
  "$python" -m portal.tests.loaded & beside=$!
  if [ -n "${TEST_POSTGRES_URL:-}" ]; then
    DATABASE_URL="$TEST_POSTGRES_URL" "$python" -c "$template" & beside="$beside $!"
  fi
fi
trap 'kill $beside 2>/dev/null' INT TERM

# A file is one process's: what its tests share is made once.
run() {
  "$python" -m pytest -n auto --dist loadfile --no-loadscope-reorder "$@"
  code=$?
  # 5: none of the tests asked for is one of these.
  [ "$code" -eq 0 ] || [ "$code" -eq 5 ]
}

failed=0
run "$@" || failed=1
if [ -n "${TEST_POSTGRES_URL:-}" ]; then
  echo "The tests about data on PostgreSQL:"
  DATABASE_URL="$TEST_POSTGRES_URL" run --data-only -m "not browser" "$@" || failed=1
else
  echo "Set TEST_POSTGRES_URL to run the tests about data on PostgreSQL too."
fi
wait
exit "$failed"
