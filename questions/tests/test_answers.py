"""An answer and what it rests on."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from documents.tests.act_factories import add_effect, add_verified
from questions.similar import overlap, telling_words
from questions.tests.scenario import NOW, ask, published

WORDS = st.sets(st.sampled_from(["ho so", "nop", "thu", "hoi dong"]), max_size=4)


@given(WORDS, WORDS)
def test_an_overlap_is_a_share_and_the_same_from_both_sides(asked, known):
    share = overlap(asked, known)
    assert 0 <= share <= 1
    assert share == overlap(known, asked)
    assert (share == 1) == bool(asked and known and (asked <= known or known <= asked))


def test_words_of_any_question_tell_nothing():
    assert telling_words("Tôi muốn hỏi: nộp HỒ SƠ ở đâu?") == {"nop", "ho", "so", "dau"}


@pytest.fixture
def act(front):
    return add_verified("12/2024/QĐ-UBND", date(2024, 2, 1))


def body_naming(act) -> list:
    return [
        ("paragraph", f"<p>Theo Điều 2 Quyết định số {act.symbol} của UBND tỉnh.</p>")
    ]


@pytest.mark.django_db
@pytest.mark.postgres
def test_readers_are_warned_until_a_changed_basis_was_read_again(client, act):
    today = timezone.localdate()
    page = published(
        "Mức hỗ trợ là bao nhiêu?",
        body=body_naming(act),
        answered_on=today - timedelta(days=30),
    )
    warning = "Một căn cứ đã đổi ngày"
    assert warning not in client.get(page.url).content.decode()
    newer = add_verified("15/2024/QĐ-UBND", date(2024, 3, 1))
    add_effect(newer, act, "amends", today + timedelta(days=1), provision="dieu-2")
    assert warning not in client.get(page.url).content.decode()
    changed_on = today - timedelta(days=3)
    add_effect(newer, act, "amends", changed_on, provision="dieu-2")
    said = client.get(page.url).content.decode()
    assert f'{warning} <span class="nw">{changed_on:%d/%m/%Y}</span>' in said
    page.reviewed_on = changed_on
    page.save_revision().publish()
    assert warning not in client.get(page.url).content.decode()


@pytest.mark.django_db
@pytest.mark.postgres
def test_a_private_answer_links_what_it_cites(client, act):
    asked = ask()
    words = body_naming(act)[0][1]
    # As `verbs.answer` stores it.
    type(asked).objects.filter(pk=asked.pk).update(
        short_answer="Có.", answer=words, answered_at=NOW
    )
    page = client.get(reverse("question_receipt", args=[asked.shown_code]))
    html = page.content.decode()
    assert f'<a class="cite-number" href="{act.url}">' in html
    assert [card.number for card in page.context["citation_cards"]] == [act.symbol]
