"""SQL that is kept says what Django would write anew, for every value."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.models import (
    CharField,
    Count,
    DateField,
    DateTimeField,
    F,
    IntegerField,
)
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from portal import kept_inserts
from portal.kept_queries import KeptQuery, KeptUpdate
from portal.models import GuardCount, GuardSalt, Organisation

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40
)
pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def agency(name: str, **columns) -> Organisation:
    """As it stands: `save` would tidy the name."""
    row = Organisation(name=name, sort_key=name, **columns)
    return Organisation.objects.bulk_create([row])[0]


def tally(key: str, count: int = 1, action: str = "thử") -> GuardCount:
    return GuardCount(action=action, key=key, starts_at=NOON, ends_at=NOON, count=count)


class TestAnyText(TestCase):
    """What people type is a value in SQL that is kept, never a part of it."""

    pytestmark = pytest.mark.postgres
    named = KeptQuery(
        lambda name: Organisation.objects.filter(name=name), name=CharField()
    )

    @settings(max_examples=25, deadline=None)
    @given(TEXTS, TEXTS)
    def test_is_a_value(self, name, other):
        agency(name)
        expected = Organisation.objects.filter(name=other)
        assert self.named.rows(name=other) == list(expected)
        assert self.named.get(name=name).name == name

    @settings(max_examples=25, deadline=None)
    @given(TEXTS)
    def test_that_never_changes_is_one_too(self, name):
        agency(name)
        kept = KeptQuery(lambda: Organisation.objects.filter(name=name))
        assert [row.name for row in kept.rows()] == [name]


def test_rows_come_as_the_queryset_gives_them():
    above = agency("Sở minh họa")
    agency("Phòng minh họa", parent=above, valid_from=date(2025, 7, 1))
    on = {"day": DateField()}

    def since(day):
        return Organisation.objects.filter(valid_from=day)

    whole = KeptQuery(lambda day: since(day).select_related("parent"), **on)
    [row] = whole.rows(day=date(2025, 7, 1))
    with CaptureQueriesContext(connection) as asked:
        assert (row.parent.name, row.valid_from) == ("Sở minh họa", date(2025, 7, 1))
    assert not asked.captured_queries
    columns = KeptQuery(lambda day: since(day).values_list("name", flat=True), **on)
    assert columns.rows(day=date(2025, 7, 1)) == ["Phòng minh họa"]
    assert columns.first(day=date(2025, 7, 2)) is None
    counted = KeptQuery(
        lambda: Organisation.objects.annotate(below=Count("children")).order_by("pk")
    )
    assert [one.below for one in counted.rows()] == [1, 0]


def test_nobody_there_is_said_as_a_queryset_says_it():
    by_id = KeptQuery(lambda pk: Organisation.objects.filter(pk=pk), pk=IntegerField())
    with pytest.raises(Organisation.DoesNotExist):
        by_id.get(pk=0)


def test_an_update_writes_what_matches_and_says_how_many():
    GuardCount.objects.bulk_create([tally("a"), tally("b")])
    moved = KeptUpdate(
        lambda key, ends_at: (
            GuardCount.objects.filter(key=key),
            {"count": F("count") + 1, "ends_at": ends_at},
        ),
        key=CharField(),
        ends_at=DateTimeField(),
    )
    later = NOON.replace(hour=13)
    assert moved.write(key="a", ends_at=later) == 1
    assert moved.write(key="c", ends_at=later) == 0
    rows = GuardCount.objects.order_by("key").values_list("count", "ends_at")
    assert list(rows) == [(2, later), (1, NOON)]


def test_rows_are_written_with_the_ids_they_were_given():
    rows = [tally(f"{number:03}") for number in range(150)]
    kept_inserts.insert(rows)
    found = GuardCount.objects.order_by("key").values_list("pk", "key")
    assert list(found) == [(row.pk, row.key) for row in rows]
    assert not any(row._state.adding for row in rows)
    salt = GuardSalt(day=NOON.date(), salt=b"\x00'%s")
    kept_inserts.insert([salt])
    assert bytes(GuardSalt.objects.get(pk=NOON.date()).salt) == b"\x00'%s"


def test_what_is_there_already_is_not_written_again():
    first = tally("a")
    kept_inserts.insert([first])
    rows = [tally("a"), tally("b")]
    same = kept_inserts.insert_new(rows[:1], "action", "key", "starts_at")
    assert (same, rows[0].pk) == ([], None)
    [new] = kept_inserts.insert_new(rows[1:], "action", "key", "starts_at")
    assert new is rows[1]
    assert set(GuardCount.objects.values_list("pk", flat=True)) == {first.pk, new.pk}


def test_what_is_there_already_is_added_to():
    identity = ("action", "key", "starts_at")
    for _time in range(2):
        sums = kept_inserts.add_up(
            [tally("a"), tally("b", 5)], "count", *identity, returned=("key", "count")
        )
    assert dict(sums) == {"a": 2, "b": 10}
    assert GuardCount.objects.count() == 2
