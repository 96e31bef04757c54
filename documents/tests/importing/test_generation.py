"""Invented acts in any number: always the same, and labelled every one."""

from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from documents.importing.samples import LONG_ARTICLES, samples
from documents.law.effects import status
from documents.law.structure import parse_provisions
from documents.law.symbols import parse_symbol
from documents.models import (
    RegulationEffect,
    RegulationPage,
    RegulationProvision,
)
from documents.tests.act_factories import add_act


@given(st.integers(0, 60), st.integers(0, 2**32))
def test_the_same_seed_gives_the_same_acts(count, seed):
    assert list(samples(count, seed)) == list(samples(count, seed))


def test_another_seed_gives_other_acts():
    assert list(samples(20, 1)) != list(samples(20, 2))


def test_a_library_of_samples_has_everything_a_real_one_has():
    made = list(samples(1_000))
    assert len({sample.symbol for sample in made}) == 1_000
    assert all(str(parse_symbol(sample.symbol)) == sample.symbol for sample in made)
    assert all("minh họa" in sample.title for sample in made)
    pieces = [parse_provisions(sample.text) for sample in made]
    assert 18 <= sum(map(len, pieces)) / len(pieces) <= 25
    articles = [sum(p.level == "dieu" for p in one) for one in pieces]
    assert articles.count(LONG_ARTICLES) == 10
    effects = Counter(effect.kind for sample in made for effect in sample.effects)
    assert {"amends", "repeals", "suspends", "replaces"} <= effects.keys()
    for index, sample in enumerate(made):
        assert all(effect.target < index for effect in sample.effects)


@pytest.mark.django_db
def test_a_generated_library_is_read_like_any_other(front):
    call_command("generate_library", "60", "--seed", "3", verbosity=0)
    acts = RegulationPage.objects.with_effects().with_status(timezone.localdate())
    assert (acts.count(), acts.filter(is_sample=True, live=True).count()) == (60, 60)
    assert RegulationEffect.objects.filter(review="confirmed").exists()
    assert RegulationProvision.objects.count() > 60 * 10
    today = timezone.localdate()
    for act in acts:
        assert act.status_code == status(act.rules(), today).status, act.symbol
    with pytest.raises(CommandError):
        call_command("generate_library", "1")


@pytest.mark.django_db
def test_samples_never_join_real_acts_unasked(front):
    add_act("36/2018/QĐ-UBND")
    with pytest.raises(CommandError, match="--force"):
        call_command("generate_library", "3")
    call_command("generate_library", "3", "--force", verbosity=0)
    assert RegulationPage.objects.filter(is_sample=True).count() == 3


LISTINGS = (
    "/van-ban/",
    "/van-ban/?loai=QĐ&hieu-luc=in_force&linh-vuc=y-te",
    "/van-ban.json",
)
#: The one search is asked too, with the bound of its own page.
SEARCHED = ("/van-ban/?q=minh+hoa", "/van-ban/?q=minh+hoa&sap-xep=moi")


@pytest.mark.django_db
def test_a_larger_library_asks_no_more_questions(
    front, client, django_assert_max_num_queries
):
    """Thirteen for a listing; an act of many effects needs no more than one of few."""
    call_command("generate_library", "120", verbosity=0)
    acts = RegulationPage.objects.with_effects()
    act = max(acts, key=lambda one: len(one.effects_in.all()))
    assert len(act.effects_in.all()) > 3
    queries = ("", "?ngay=2015-01-01", "so-sanh/?tu=2010-01-01")
    pages = [f"{act.get_url()}{query}" for query in queries]
    for most, paths in ((13, LISTINGS), (25, SEARCHED), (21, pages)):
        for path in paths:
            client.get(path)  # what is asked once for all requests
            with django_assert_max_num_queries(most):
                assert client.get(path).status_code == 200
