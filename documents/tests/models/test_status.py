"""The status of an act follows from its facts, on every day, in every query."""

from datetime import date

import pytest
from django.db.models import Count
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from documents.law.effects import EffectKind, ReviewState, Scope, status
from documents.models import RegulationEffect, RegulationPage, querysets
from documents.models.querysets import status_expression
from documents.tests.act_factories import add_act, add_effect, add_verified, lay_effects
from home.setup import prepare_site

START = date(2024, 2, 1)
DAYS = [date(2024, 1, 31), START, date(2024, 6, 1), date(2024, 9, 1), date(2025, 1, 1)]


def status_on(act, day: date) -> str:
    """By the pure function, which must be what SQL says too."""
    [listed] = RegulationPage.objects.with_status(day).filter(pk=act.pk)
    fresh = RegulationPage.objects.with_effects().get(pk=act.pk)
    code = status(fresh.rules(), day).status.value
    assert listed.status_code == code
    return code


@pytest.mark.postgres
def test_dated_effects_change_the_status_without_a_save(front):
    act = add_verified("01/2024/QĐ-UBND", START)
    amender = add_verified("02/2024/QĐ-UBND", date(2024, 6, 1))
    add_effect(amender, act, "amends", date(2024, 6, 1), provision="dieu-2")
    add_effect(amender, act, "repeals", date(2024, 9, 1), provision="dieu-1")
    add_effect(amender, act, "repeals", date(2025, 1, 1))
    days = [START, *DAYS[2:3], date(2024, 6, 2), DAYS[3], DAYS[4]]
    found = [status_on(act, day) for day in days]
    partly = "partly_ended"
    assert found == ["in_force", partly, partly, partly, "ended"]
    assert status_on(act, DAYS[0]) == "not_yet"


def test_unconfirming_an_effect_changes_the_status_at_once(front, client):
    act = add_verified("01/2024/QĐ-UBND", START)
    amender = add_verified("02/2024/QĐ-UBND", START)
    effect = add_effect(amender, act, "amends", DAYS[2], provision="dieu-2")
    assert status_on(act, DAYS[3]) == "partly_ended"
    RegulationEffect.objects.filter(pk=effect.pk).update(review="proposed")
    assert status_on(act, DAYS[3]) == "in_force"
    address = f"/van-ban/{act.slug}.json?ngay=2024-09-01"
    assert client.get(address).json()["status"]["code"] == "in_force"


@pytest.mark.parametrize("kind", ["announces", "based_on", "guides", "refers_to"])
def test_naming_an_act_never_changes_its_status(front, kind):
    act = add_verified("01/2024/QĐ-UBND", START)
    other = add_verified("02/2024/QĐ-UBND", START)
    add_effect(other, act, kind, DAYS[2])
    assert status_on(act, DAYS[4]) == "in_force"


@pytest.mark.parametrize("confidence", ["unknown", "inferred"])
def test_an_unverified_day_is_under_review(front, confidence):
    act = add_verified("01/2024/QĐ-UBND", START, confidence=confidence)
    assert status_on(act, DAYS[4]) == "unknown"
    assert act.status.css == "chk"


def test_effects_of_a_draft_do_not_count(front):
    act = add_verified("01/2024/QĐ-UBND", START)
    draft = add_act("02/2024/QĐ-UBND", publish=False, live=False)
    add_effect(draft, act, "repeals", START)
    assert status_on(act, DAYS[4]) == "in_force"


def test_a_status_quoted_from_elsewhere_wins(front):
    act = add_verified(
        "01/2024/QĐ-UBND", START, override_status="ended", override_source="Nguồn mẫu"
    )
    assert status_on(act, DAYS[4]) == "ended"


days = st.sampled_from(DAYS)
maybe = st.none() | days
rows = st.lists(
    st.builds(
        dict,
        kind=st.sampled_from([kind.value for kind in EffectKind]),
        scope=st.sampled_from([scope.value for scope in Scope]),
        review=st.sampled_from([review.value for review in ReviewState]),
        effective_on=maybe,
        until=maybe,
        # On the act, on the act that does it, or by the act on a part of itself.
        way=st.sampled_from(["on_act", "on_act", "on_source", "own"]),
    ),
    max_size=6,
)


@pytest.mark.postgres
class TestSqlStatus(HypothesisTestCase):
    @classmethod
    def setUpTestData(cls):
        prepare_site()
        cls.act = add_verified("01/2024/QĐ-UBND", START)
        cls.other = add_verified("02/2024/QĐ-UBND", START)
        cls.third = add_verified("03/2024/QĐ-UBND", START)

    @settings(max_examples=60, deadline=None)
    @given(rows, maybe, maybe, st.booleans(), st.sampled_from(["verified", "unknown"]))
    def test_sql_and_the_pure_function_agree(
        self, effects, start, end, is_normative, confidence
    ):
        RegulationPage.objects.filter(pk=self.act.pk).update(
            effective_from=start,
            expires_on=end,
            is_normative=is_normative,
            confidence=confidence,
        )
        ways = {
            "on_act": (self.other, self.act),
            "on_source": (self.third, self.other),
            "own": (self.act, self.act),
        }
        lay_effects(ways, effects)
        for day in DAYS:
            status_on(self.act, day)


@pytest.mark.postgres
def test_the_kept_sql_says_what_django_would_write_anew(front):
    first = add_verified("01/2024/QĐ-UBND", START)
    second = add_verified("02/2024/QĐ-UBND", date(2024, 6, 1))
    add_effect(second, first, "amends", date(2024, 6, 1), provision="dieu-2")
    acts = RegulationPage.objects.order_by("pk")
    for day in DAYS:
        anew = acts.annotate(code=status_expression(day)).values_list("pk", "code")
        assert [*acts.with_status(day).values_list("pk", "status_code")] == [*anew]
        # Inside another query, and as what rows are grouped by.
        for pk, code in anew:
            among = RegulationPage.objects.with_status(day).filter(status_code=code)
            assert acts.filter(pk__in=among.values("pk")).filter(pk=pk).exists()
        groups = (
            RegulationPage.objects.with_status(day).order_by().values("status_code")
        )
        counted = dict(
            groups.annotate(acts=Count("pk")).values_list("status_code", "acts")
        )
        codes = [code for _pk, code in anew]
        assert counted == {code: codes.count(code) for code in codes}


def test_the_rules_are_written_as_sql_once(front, monkeypatch):
    act = add_verified("01/2024/QĐ-UBND", START)
    assert status_on(act, DAYS[2]) == "in_force"
    monkeypatch.setattr(querysets, "_weightiest", None)
    assert status_on(act, DAYS[0]) == "not_yet"
