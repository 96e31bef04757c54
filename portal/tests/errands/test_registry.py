"""What waits for somebody: in which order, under which heading, and after a fault."""

from datetime import UTC, datetime, timedelta

import pytest

from portal.errands import registry
from portal.errands.registry import Errand, Link, Named, Urgency, errands_of, grouped

NOW = datetime(2030, 3, 1, 2, 0, tzinfo=UTC)
SOMEWHERE = Link("Xem", "/admin/")


@pytest.fixture
def sources(monkeypatch):
    found = []
    monkeypatch.setattr(registry, "_sources", found)
    return found


def errand(what: str, urgency=Urgency.TODAY, **facts) -> Errand:
    return Errand(1, what, SOMEWHERE, urgency=urgency, **facts)


@pytest.mark.django_db
def test_the_most_urgent_comes_first(sources):
    sources.append(lambda user, now: [errand("tuần", Urgency.WEEK)])
    sources.append(
        lambda user, now: [
            errand("muộn", Urgency.OVERDUE, due_at=now),
            errand("rất muộn", Urgency.OVERDUE, due_at=now - timedelta(days=1)),
        ]
    )
    sources.append(lambda user, now: [errand("nay")])
    found = [one.what for one in errands_of(None, NOW)]
    assert found == ["rất muộn", "muộn", "nay", "tuần"]


@pytest.mark.django_db
def test_a_source_that_fails_is_not_counted_and_hides_no_other(sources, caplog):
    def broken(user, now):
        yield errand("trước")
        raise ValueError("0912 345 678")

    sources.extend([broken, lambda user, now: [errand("nay")]])
    first, second = errands_of(None, NOW)
    assert first.count is None
    assert first.button is None
    assert second.what == "nay"
    assert "ValueError" in caplog.text
    assert "0912" not in caplog.text


def test_a_heading_of_its_own_stands_over_a_group_that_shares_it():
    mine = errand("bài", heading="Chờ bạn duyệt")
    other = errand("thư")
    assert [group.heading for group in grouped([mine])] == ["Chờ bạn duyệt"]
    both = grouped([mine, other])
    assert [str(group.heading) for group in both] == ["Hôm nay"]
    assert both[0].errands == (mine, other)


def test_what_is_not_named_is_counted():
    named = tuple(Named(f"Bài {number}", "/") for number in range(5))
    assert Errand(7, "bài", SOMEWHERE, named=named).unnamed == 2
    assert Errand(7, "bài", SOMEWHERE).unnamed == 0
