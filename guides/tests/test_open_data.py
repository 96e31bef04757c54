"""Bulk files: what they hold, that none is ever half, and the page that names them."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.storage import default_storage

from documents.tests.act_factories import add_act, add_effect, add_verified
from documents.tests.initiative_factories import add_initiative
from guides.models import BulkFile
from guides.open_data import bulk
from guides.open_data.addresses import addresses
from guides.open_data.collections import COLLECTIONS

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

NIGHT = datetime(2026, 11, 27, 19, 0, tzinfo=UTC)


def lines(client, name: str) -> list[dict]:
    body = client.get(f"/du-lieu-mo/{name}.jsonl").getvalue().decode()
    return [json.loads(line) for line in body.splitlines()]


def table(client, name: str) -> list[dict]:
    body = client.get(f"/du-lieu-mo/{name}.csv").getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(body)))


def test_they_hold_what_is_public_with_the_status_of_the_day(front, client):
    old = add_verified("45/2011/QĐ-UBND", date(2011, 7, 18))
    new = add_verified("12/2023/QĐ-UBND", date(2023, 6, 15))
    add_effect(new, old, "replaces", date(2023, 6, 15), scope="whole")
    add_act("9/2024/QĐ-UBND").unpublish()
    add_initiative(title="Phiếu tự kiểm")
    bulk.make_all(NIGHT)
    acts = {row["symbol"]: row for row in lines(client, "van-ban")}
    assert set(acts) == {"45/2011/QĐ-UBND", "12/2023/QĐ-UBND"}
    assert acts["45/2011/QĐ-UBND"]["status"] == "ended"
    assert acts["45/2011/QĐ-UBND"]["status_on"] == "2026-11-28"
    (relation,) = lines(client, "quan-he-van-ban")
    assert (relation["source"], relation["kind"]) == ("12/2023/QĐ-UBND", "replaces")
    assert [row["title"] for row in lines(client, "sang-kien")] == ["Phiếu tự kiểm"]
    for collection in COLLECTIONS:
        both = lines(client, collection.name), table(client, collection.name)
        assert len(both[0]) == len(both[1])
        assert all(tuple(row) == collection.fields for row in [*both[0], *both[1]])


def test_printed_days_stand_beside_those_that_count(front, client):
    start, end = date(2024, 2, 1), date(2025, 2, 1)
    act = add_verified("45/2024/QĐ-UBND", start, expires_on=end)
    plain = add_verified("46/2024/QĐ-UBND", start)
    unsure = add_act("47/2024/QĐ-UBND", effective_from=start)
    other = add_verified("12/2023/QĐ-UBND", date(2023, 6, 15))
    add_effect(other, act, "postpones", date(2023, 6, 15), until=date(2024, 7, 1))
    add_effect(other, act, "extends", date(2024, 1, 1), until=date(2027, 1, 1))
    bulk.make_all(NIGHT)
    rows = {row["symbol"]: row for row in lines(client, "van-ban")}
    names = ("effective_from", "expires_on", "begins_on", "ends_on")
    days = {act.symbol: ("2024-02-01", "2025-02-01", "2024-07-01", "2027-01-01")}
    days[plain.symbol] = ("2024-02-01", None, "2024-02-01", None)
    days[unsure.symbol] = ("2024-02-01", None, None, None)
    for symbol, expected in days.items():
        assert tuple(rows[symbol][name] for name in names) == expected
    for day, begins in (("2023-06-14", "2024-02-01"), ("2023-06-15", "2024-07-01")):
        data = client.get(f"/van-ban/{act.slug}.json?ngay={day}").json()
        assert (data["effective_from"], data["begins_on"]) == ("2024-02-01", begins)
        assert (data["expires_on"], data["ends_on"]) == ("2025-02-01", "2025-02-01")
    data = client.get(f"/van-ban/{unsure.slug}.json").json()
    assert (data["begins_on"], data["ends_on"]) == (None, None)


def test_nothing_in_a_table_runs_when_it_is_opened(front, client):
    add_initiative(title='=HYPERLINK("http://x")')
    bulk.make_all(NIGHT)
    (row,) = table(client, "sang-kien")
    assert row["title"].startswith("'=")


def test_a_new_file_takes_the_place_of_the_old_one(front, client):
    add_act("1/2024/QĐ-UBND")
    bulk.make_all(NIGHT)
    before = BulkFile.objects.get(name="van-ban.csv")
    add_act("2/2024/QĐ-UBND")
    bulk.make_all(NIGHT + timedelta(days=1))
    after = BulkFile.objects.get(name="van-ban.csv")
    assert (before.rows, after.rows) == (1, 2)
    assert not default_storage.exists(before.stored_as)
    assert default_storage.size(after.stored_as) == after.size


def test_yesterdays_file_stays_where_tonights_fails(front, client, monkeypatch):
    add_act("1/2024/QĐ-UBND")
    bulk.make_all(NIGHT)

    def fail(name, content):
        raise OSError("no space")

    add_act("2/2024/QĐ-UBND")
    monkeypatch.setattr(default_storage, "save", fail)
    bulk.make_all(NIGHT + timedelta(days=1))
    row = BulkFile.objects.get(name="van-ban.csv")
    assert (row.rows, row.made_at) == (1, NIGHT)
    assert len(table(client, "van-ban")) == 1


def test_the_page_names_files_and_addresses_that_answer(front, client):
    add_act("36/2018/QĐ-UBND")
    bulk.make_all(NIGHT)
    text = client.get("/du-lieu-mo/").text
    for row in BulkFile.objects.all():
        answer = client.get(f"/du-lieu-mo/{row.name}")
        assert f'href="/du-lieu-mo/{row.name}"' in text
        assert len(answer.getvalue()) == row.size
        assert answer["Access-Control-Allow-Origin"] == "*"
    for address in addresses():
        assert address.url in text
        if not address.is_pattern:
            assert client.get(address.url).status_code == 200


@pytest.mark.parametrize("name", ["khac.csv", "..%2fportal.sqlite3", "van-ban.csv"])
def test_what_is_no_file_is_not_found(front, client, name):
    assert client.get(f"/du-lieu-mo/{name}").status_code == 404
