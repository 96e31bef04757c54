"""Answers name laws by title and day, as the texts of acts do, and link them."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.models import Issuer
from documents.tests.act_factories import add_act
from questions.models import Question
from questions.tests.scenario import answered, ask, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


def add_law(title: str, symbol: str, day: date):
    """The law's title, number and day are real; what the library holds of it is not."""
    issuer, _new = Issuer.objects.get_or_create(
        abbreviation="QH", defaults={"name": "Quốc hội", "level": "central"}
    )
    return add_act(symbol, title=title, kind="L", issuer=issuer, signed_on=day)


def receipt_of(client, answer: str) -> str:
    """The reader's own page with this answer; days in it are not held together."""
    asked = Question.objects.first() or answered(ask())
    Question.objects.filter(pk=asked.pk).update(answer=answer)
    page = client.get(reverse("question_receipt", args=[asked.shown_code]))
    return re.sub(r'<span class="nw">([\d/]+)</span>', r"\1", page.content.decode())


def test_a_private_answer_links_a_law_by_title_and_day(client):
    law = add_law("Luật Công nghệ thông tin", "67/2006/QH11", date(2006, 6, 29))
    words = "Luật Công nghệ thông tin ngày 29/6/2006"
    html = receipt_of(client, f"<p>Theo {words}.</p>")
    assert f'<a class="cite-number" href="{law.url}">{words}</a>' in html
    assert f'id="van-ban-{law.pk}"' in html


def test_another_day_stays_plain(client):
    add_law("Luật Công nghệ thông tin", "67/2006/QH11", date(2006, 6, 29))
    html = receipt_of(client, "<p>Luật Công nghệ thông tin ngày 30/6/2006.</p>")
    assert "cite-number" not in html


def test_laws_and_numbers_are_listed_in_the_order_of_the_words(client):
    decision = add_act("36/2018/QĐ-UBND")
    law = add_law("Luật Công nghệ thông tin", "67/2006/QH11", date(2006, 6, 29))
    html = receipt_of(
        client,
        "<p>Luật Công nghệ thông tin năm 2006 và số 36/2018/QĐ-UBND.</p>"
        "<p>Số 36/2018/QĐ-UBND.</p>",
    )
    listed = re.findall(r'id="van-ban-(\d+)"', html)
    assert listed == [str(law.pk), str(decision.pk)]
    assert html.count('class="cite-number"') == 3


def test_a_published_answer_links_it_too(client):
    law = add_law("Luật Công nghệ thông tin", "67/2006/QH11", date(2006, 6, 29))
    words = "<p>Theo Luật Công nghệ thông tin ngày 29/6/2006.</p>"
    page = published("Theo luật nào?", body=[("paragraph", words)])
    html = client.get(page.url).content.decode()
    assert f'<a class="cite-number" href="{law.url}">' in html


def test_many_laws_cost_as_many_queries_as_one(client):
    names = []
    for number in range(1, 9):
        title = f"Luật Việc {'ABCDEGHK'[number - 1]}"
        add_law(title, f"{number}/2020/QH14", date(2020, number, 1))
        names.append(f"{title} ngày 01/{number}/2020")
    counts = []
    for answer in (names[0], "; ".join(names)):
        receipt_of(client, f"<p>{answer}.</p>")
        asked = Question.objects.latest("pk")
        address = reverse("question_receipt", args=[asked.shown_code])
        with CaptureQueriesContext(connection) as captured:
            html = client.get(address).content.decode()
        counts.append((len(captured), html.count('class="cite-number"')))
    assert [links for _queries, links in counts] == [1, 8]
    assert counts[0][0] == counts[1][0]


def test_an_answer_without_laws_asks_for_none(client):
    add_act("36/2018/QĐ-UBND")
    asked = answered(ask())
    Question.objects.filter(pk=asked.pk).update(answer="<p>Số 36/2018/QĐ-UBND.</p>")
    address = reverse("question_receipt", args=[asked.shown_code])
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    conditions = [one["sql"].partition("WHERE")[2] for one in captured]
    assert not [one for one in conditions if "abbreviation" in one]
