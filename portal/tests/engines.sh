#!/usr/bin/env sh
# engines.sh PYTHON [pytest's words]: every test on SQLite, then those about data on the
# PostgreSQL that TEST_POSTGRES_URL names, each with as many processes as there are cores.
#
# Where no tests are named, those in the browser run beside all others: they wait most of
# their time, and the others give way to them and compute meanwhile.
set -u
python=$1
shift
export DJANGO_SETTINGS_MODULE=portal.settings.test
template="import django; django.setup(); from portal.tests import migrated; migrated.template()"
# A file is one process's: what its tests share is made once.
spread="-n auto --dist loadfile --no-loadscope-reorder"
passed() {
  # 5: none of the tests asked for is one of these.
  [ "$1" -eq 0 ] || [ "$1" -eq 5 ]
}

run() {
  # shellcheck disable=SC2086
  "$python" -m pytest $spread "$@"
  passed $?
}

# The same, giving way; ends with what it is a part of.
patiently() {
  # shellcheck disable=SC2086
  nice -n 5 "$python" -m pytest $spread "$@" &
  trap "kill $! 2>/dev/null; exit 1" TERM
  wait $!
  passed $?
}

# on_postgres HOW [pytest's words]: the tests about data.
on_postgres() {
  how=$1
  shift
  if [ -n "${TEST_POSTGRES_URL:-}" ]; then
    echo "The tests about data on PostgreSQL:"
    DATABASE_URL="$TEST_POSTGRES_URL"
    export DATABASE_URL
    "$how" --data-only -m "not browser" "$@"
  else
    echo "Set TEST_POSTGRES_URL to run the tests about data on PostgreSQL too."
  fi
}

without_browser() {
  failed=0
  patiently -m "not browser" || failed=1
  on_postgres patiently || failed=1
  return "$failed"
}

failed=0
if [ "$#" -gt 0 ]; then
  run "$@" || failed=1
  on_postgres run "$@" || failed=1
  exit "$failed"
fi

# What the first tests can do without is made while they run.
"$python" -m portal.tests.loaded & beside=$!
if [ -n "${TEST_POSTGRES_URL:-}" ]; then
  DATABASE_URL="$TEST_POSTGRES_URL" "$python" -c "$template" & beside="$beside $!"
fi
said=$(mktemp)
without_browser > "$said" 2>&1 & others=$!
trap 'kill $beside $others ${shown:-} 2>/dev/null; rm -f "$said"; exit 1' INT TERM
echo "The tests in the browser, and beside them those without:"
run -m browser || failed=1
tail -n +1 -f "$said" & shown=$!
wait "$others" || failed=1
# What was written last is shown too.
sleep 2
kill "$shown"
wait
rm -f "$said"
exit "$failed"
