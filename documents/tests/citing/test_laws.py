"""Laws named by title and day are links where one act of the library is meant.

Named as decisions of Tiền Giang (33/2009/QĐ-UBND) and Sơn La (88/QĐ-UBND of 2025) name
them; what the library holds is invented but for title, number and day.
"""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.citing import index
from documents.citing.checklist import checklist
from documents.citing.index import pages_citing
from documents.models import DocumentType, Issuer, PageCitation, RegulationPage
from documents.tests.act_factories import add_act, add_verified
from documents.tests.citing_pages import article

pytestmark = pytest.mark.django_db
IT = date(2006, 6, 29)
NAMED = "<p>Căn cứ Luật Công nghệ thông tin ngày 29/6/2006;</p>"


def law(title: str, symbol: str, day: date, **facts) -> RegulationPage:
    issuer, _new = Issuer.objects.get_or_create(
        abbreviation="QH", defaults={"name": "Quốc hội", "level": "central"}
    )
    facts = {"kind": "L", "issuer": issuer, "signed_on": day, **facts}
    return add_act(symbol, title=title, **facts)


def links(client, page) -> str:
    html = client.get(page.url).content.decode()
    # A day in running text is held together.
    return re.sub(r'<span class="nw">([\d/]+)</span>', r"\1", html)


def link(act, words: str) -> str:
    return f'<a class="cite-number" href="{act.url}">{words}</a>'


def test_an_article_links_a_law_by_title_and_day(news, client):
    act = law("Luật Công nghệ thông tin", "67/2006/QH11", IT)
    page = article(news, NAMED)
    html = links(client, page)
    assert link(act, "Luật Công nghệ thông tin ngày 29/6/2006") in html
    assert f'id="van-ban-{act.pk}"' in html
    assert [one.pk for one in pages_citing(act.pk)] == [page.pk]


def test_the_preamble_of_an_act_links_laws_and_numbers_in_their_order(front, client):
    it = law("Công nghệ thông tin", "67/2006/QH11", IT)
    local = add_act("36/2018/QĐ-UBND")
    text = (
        "Căn cứ Luật Công nghệ thông tin ngày 29/6/2006;\nCăn cứ Quyết định số "
        "36/2018/QĐ-UBND;\nĐiều 1. Phạm vi\nLời.\n"
    )
    act = add_verified("01/2024/QĐ-UBND", date(2024, 2, 1), text=text)
    html = links(client, act)
    assert link(it, "Luật Công nghệ thông tin ngày 29/6/2006") in html
    assert link(local, "36/2018/QĐ-UBND") in html
    rows = PageCitation.objects.filter(page=act).order_by("position")
    assert [row.regulation_id for row in rows] == [it.pk, local.pk]


def test_an_editor_sees_the_law_among_what_readers_get_as_links(news):
    law("Luật Công nghệ thông tin", "67/2006/QH11", IT)
    page = article(news, NAMED, "<p>Luật Giá năm 2023, số 36/2018/QĐ-UBND.</p>")
    listed = checklist(page.get_latest_revision_as_object())
    assert listed.linked == ["Luật Công nghệ thông tin"]
    assert listed.plain == ["36/2018/QĐ-UBND"]


@pytest.mark.parametrize(
    "words",
    [
        "Luật Công nghệ thông tin ngày 30/6/2006",
        "Luật Công nghệ ngày 29/6/2006",
        "Luật sửa đổi, bổ sung một số điều của Luật Công nghệ thông tin ngày 29/6/2006",
    ],
)
def test_another_day_or_title_stays_plain(news, client, words):
    law("Luật Công nghệ thông tin", "67/2006/QH11", IT)
    assert "cite-number" not in links(client, article(news, f"<p>{words};</p>"))


def test_two_laws_of_one_title_and_year_are_linked_by_their_day_only(news, client):
    first = law("Luật Đầu tư", "61/2025/QH15", date(2025, 6, 1))
    law("Luật Đầu tư", "143/2025/QH15", date(2025, 12, 11))
    page = article(
        news, "<p>Luật Đầu tư năm 2025.</p>", "<p>Luật Đầu tư ngày 01/6/2025.</p>"
    )
    html = links(client, page)
    assert html.count('class="cite-number"') == 1
    assert link(first, "Luật Đầu tư ngày 01/6/2025") in html


def test_a_law_that_comes_later_is_linked_and_its_end_unlinks(news, client):
    page = article(news, NAMED)
    assert "cite-number" not in links(client, page)
    act = law("Luật Công nghệ thông tin", "67/2006/QH11", IT)
    assert "cite-number" in links(client, page)
    act.title = "Luật khác"
    act.save_revision().publish()
    assert "cite-number" not in links(client, page)
    act.title = "Luật Công nghệ thông tin"
    act.save_revision().publish()
    act.unpublish()
    assert "cite-number" not in links(client, page)


def test_a_law_does_not_cite_itself(front, client):
    text = "Luật Công nghệ thông tin ngày 29/6/2006\nĐiều 1. Phạm vi\nLời.\n"
    act = law("Luật Công nghệ thông tin", "67/2006/QH11", IT, text=text)
    assert not PageCitation.objects.exists()
    assert "cite-number" not in links(client, act)


def test_the_index_written_anew_is_the_same(news):
    law("Luật Công nghệ thông tin", "67/2006/QH11", IT)
    article(news, NAMED, "<p>Số 36/2018/QĐ-UBND và Luật Giá năm 2023.</p>")
    names = ("page", "position", "symbol", "territory", "regulation")
    before = list(PageCitation.objects.values_list(*names))
    assert len(before) == 3
    index.rebuild()
    assert list(PageCitation.objects.values_list(*names)) == before


def test_many_laws_cost_as_many_queries_as_one(news, client):
    words = []
    for number in range(1, 13):
        title, day = f"Luật Việc {'ABCDEFGHIKLM'[number - 1]}", date(2020, number, 1)
        law(title, f"{number}/2020/QH14", day)
        words.append(f"<p>{title} ngày 01/{number}/2020.</p>")
    counts = []
    for page in (article(news, words[0]), article(news, *words)):
        client.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            html = links(client, page)
        counts.append((len(queries), html.count('class="cite-number"')))
    assert [found for _queries, found in counts] == [1, 12]
    assert counts[0][0] == counts[1][0]


def test_the_types_that_are_named_by_title_exist(front):
    for abbreviation in index.LAW_TYPES:
        assert DocumentType.objects.filter(abbreviation=abbreviation).exists()
