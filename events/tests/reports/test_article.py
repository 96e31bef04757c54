"""The drafted news: every fact, no sentence of anybody else's, nothing invented."""

import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.reports.article import LONGEST_SUMMARY, LONGEST_TITLE, Items, draft
from events.reports.facts import (
    Gathering,
    Group,
    Numbers,
    PlaceFact,
    SpeakerFact,
    Survey,
)
from events.tests.reports import seed

RUN = 6


def words(text: str) -> list[str]:
    return re.findall(r"[^\s,;:.()“”…-]+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of six words between names: a name is written as it is written."""
    for name in sorted(seed.NAMES, key=len, reverse=True):
        spaced = r"\s+".join(map(re.escape, name.split()))
        text = re.sub(spaced, "|", text, flags=re.IGNORECASE)
    found = set()
    for part in text.split("|"):
        said = words(part)
        found |= {tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1)}
    return found


@pytest.fixture(scope="module")
def article():
    return draft(seed.GATHERING)


def test_every_fact_of_the_page_is_in_it(article):
    text = " ".join(article.text.split()).casefold()
    assert [fact for fact in seed.FACTS if fact.casefold() not in text] == []


def test_no_six_words_of_the_page_are_in_it(article):
    assert sorted(runs(article.text) & runs(seed.PAGE)) == []


def test_the_page_itself_would_be_found_out():
    assert len(runs(seed.PAGE) & runs(seed.PAGE[1000:1600])) > 20


def test_acts_stand_as_citations_one_a_point(article):
    points = [block.points for block in article.blocks if isinstance(block, Items)]
    acts = next(found for found in points if "NQ-HĐND" in found[0])
    assert len(acts) == 4
    assert acts[1].startswith(
        "Quyết định số 36/2018/QĐ-UBND, do UBND tỉnh Lạng Sơn ban hành "
        "ngày 19/04/2018: "
    )


def test_pictures_keep_their_captions(article):
    assert seed.GATHERING.pictures[0] in article.blocks


def counted(**more) -> Gathering:
    numbers = Numbers(
        invited=300,
        agencies=18,
        registered=250,
        present=233,
        absent=27,
        unregistered=10,
        groups=(Group("Công chức", 96, 6, 92, 2), Group("Viên chức", 104, 7, 141, 8)),
        by_agency=(Group("Trường A", 250, 27, 233, 10), Group("Trường B", 1, 1, 0, 0)),
    )
    place = PlaceFact(
        "Lớp tại xã Hữu Lũng",
        "xã Hữu Lũng",
        "Hội trường xã Hữu Lũng",
        date(2026, 12, 22),
        date(2026, 12, 22),
        time(7, 30),
        time(16, 30),
        numbers,
    )
    facts = Gathering(
        "Hội nghị phổ biến sáng kiến",
        seed.UNIT,
        (place,),
        date(2026, 12, 22),
        date(2026, 12, 22),
        survey=Survey(118, 98),
    )
    return replace(facts, **more)


def test_the_numbers_are_those_attendance_was_closed_with():
    text = draft(counted()).text
    assert "có 233 người dự, đến từ 01 cơ quan, đơn vị" in text
    assert "141 viên chức và 92 công chức" in text
    assert "118 người trả lời phiếu hỏi; 98 người" in text
    assert "ngày 22/12/2026" in text


def test_what_nobody_counted_is_not_said():
    facts = counted()
    open_place = replace(facts.places[0], numbers=None)
    text = draft(replace(facts, places=(open_place,), survey=None)).text
    assert "người dự" not in text


def test_a_sample_says_so():
    assert "minh họa" in draft(counted(is_sample=True)).text


SOME = st.text("abc đêơÁ “”.,:&<>", max_size=40)


@given(
    st.builds(
        Gathering,
        title=st.text("abc đ", min_size=1, max_size=400),
        unit=st.text("abc", min_size=1, max_size=20),
        places=st.lists(
            st.builds(
                PlaceFact,
                title=SOME,
                locality=SOME,
                venue=SOME,
                first=st.none() | st.dates(),
            ),
            min_size=1,
            max_size=4,
        ).map(tuple),
        first=st.none() | st.dates(),
        attendance=SOME,
        audiences=st.lists(SOME, max_size=3).map(tuple),
        purposes=st.lists(SOME.filter(str.strip), max_size=3).map(tuple),
        speakers=st.lists(
            st.builds(SpeakerFact, name=SOME, title=SOME, organisation=SOME), max_size=3
        ).map(tuple),
        topics=st.lists(SOME, max_size=3).map(tuple),
    )
)
def test_whatever_is_known_makes_an_article_that_fits(facts):
    article = draft(facts)
    assert 0 < len(article.title) <= LONGEST_TITLE
    assert len(article.summary) <= LONGEST_SUMMARY
    assert all(len(point) <= 200 for point in article.key_points)
