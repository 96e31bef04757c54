"""Acts named in a page: linked for readers, from an index kept as pages change."""

import json
import re
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from documents.citing import index
from documents.citing.index import pages_citing
from documents.models import Issuer, PageCitation, RegulationPage
from documents.tests.citing_pages import SEED_LIKE, act, article, seed_acts
from home.models import StandardPage
from portal.models import Locality, LocalityKind
from portal.pdf.pages import page_html

pytestmark = pytest.mark.django_db

ONE_ACT = "<p>Theo Quyết định số 36/2018/QĐ-UBND của UBND tỉnh.</p>"


def linked_numbers(response) -> list[str]:
    """The numbers that are links in running text, as printed."""
    html = response.content.decode()
    found = re.findall(r'class="cite-number"[^>]*>(.*?)</a>', html, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", words) for words in found]


@pytest.fixture
def of_cao_bang(front):
    """An issuer of another province, beside the one of Lạng Sơn."""
    place = Locality.objects.create(name="Cao Bằng", kind=LocalityKind.PROVINCE)
    return Issuer.objects.create(
        abbreviation="HĐND",
        name="Hội đồng nhân dân tỉnh Cao Bằng",
        level="local",
        territory=place,
    )


# What readers get


def test_all_four_acts_of_a_seed_like_article_are_linked(client, news):
    acts = seed_acts()
    response = client.get(article(news, SEED_LIKE).url)
    assert linked_numbers(response) == [
        "14/2019/NQ-HĐND",
        "36/2018/QĐ-UBND",
        "06/2020/QD-UBND",
        "36/2018/QĐ-UBND",
        "291/HD-SKHCN",
    ]
    cited = [card.pk for card in response.context["citation_cards"]]
    assert cited == [act.pk for act in acts.values()]
    html = response.content.decode()
    assert f'class="cite-number" href="{acts["06/2020/QĐ-UBND"].url}"' in html
    for page in acts.values():
        assert html.count(f'id="van-ban-{page.pk}"') == 1
        assert f'popovertarget="van-ban-{page.pk}"' in html


def test_what_the_editor_wrote_is_not_rewritten(client, news):
    seed_acts()
    page = article(news, SEED_LIKE)
    client.get(page.url)
    page.refresh_from_db()
    assert page.body[0].value.source == SEED_LIKE
    assert "10/12/219" in client.get(page.url).content.decode()


def test_lead_key_points_quotes_and_tables_are_read_too(client, news):
    act("36/2018/QĐ-UBND")
    page = article(news, live=False, summary="Giới thiệu 36/2018/QĐ-UBND.")
    page.key_points = json.dumps([{"type": "point", "value": "Về 36/2018/QĐ-UBND"}])
    table = {
        "columns": [{"type": "text", "heading": "Văn bản"}],
        "rows": [{"values": ["36/2018/QĐ-UBND"]}],
        "caption": "",
    }
    page.body = json.dumps(
        [
            {"type": "quote", "value": {"text": "Xem 36/2018/QĐ-UBND & <b>"}},
            {"type": "table", "value": table},
            {"type": "callout", "value": {"kind": "note", "text": ONE_ACT}},
            {"type": "heading", "value": {"text": "36/2018/QĐ-UBND", "level": "h2"}},
        ]
    )
    page.save_revision().publish()
    response = client.get(page.url)
    assert linked_numbers(response) == ["36/2018/QĐ-UBND"] * 5
    assert "&amp; &lt;b&gt;" in response.content.decode()
    assert PageCitation.objects.filter(page=page).count() == 6


def test_every_kind_of_page_with_a_body_links_acts(client, front):
    act("36/2018/QĐ-UBND")
    body = json.dumps([{"type": "paragraph", "value": ONE_ACT}])
    page = StandardPage(title="Trang minh họa", slug="trang-minh-hoa", body=body)
    front.add_child(instance=page)
    page.save_revision().publish()
    assert linked_numbers(client.get(page.url)) == ["36/2018/QĐ-UBND"]


def test_a_guideline_is_never_taken_for_a_contract(client, news):
    act("291/HD-SKHCN")
    page = article(news, "<p>Theo văn bản số 291/HĐ-SKHCN ngày 17/4/2020.</p>")
    assert linked_numbers(client.get(page.url)) == []


def test_two_acts_of_one_number_are_linked_only_where_the_issuer_decides(
    client, news, of_cao_bang
):
    ours = act("20/2024/NQ-HĐND")
    theirs = act("20/2024/NQ-HĐND", issuer=of_cao_bang, slug="20-2024-cao-bang")
    page = article(
        news,
        "<p>Nghị quyết số 20/2024/NQ-HĐND.</p>",
        "<p>Nghị quyết số 20/2024/NQ-HĐND của HĐND tỉnh Cao Bằng.</p>",
        "<p>Nghị quyết số 20/2024/NQ-HĐND của HĐND tỉnh Lạng Sơn.</p>",
    )
    response = client.get(page.url)
    assert linked_numbers(response) == ["20/2024/NQ-HĐND"] * 2
    cited = [card.pk for card in response.context["citation_cards"]]
    assert cited == [theirs.pk, ours.pk]


def test_paper_gets_links_and_no_sign_of_today(rf, news):
    act("36/2018/QĐ-UBND")
    page = article(news, ONE_ACT)
    request = rf.get(page.url)
    html = page_html(page, request, printed_at=datetime(2026, 3, 2, 8, 0))
    assert 'class="cite-number"' in html
    assert "popovertarget" not in html


def test_a_draft_that_is_previewed_has_its_links_and_leaves_no_rows(news):
    act("36/2018/QĐ-UBND")
    page = article(news, ONE_ACT, live=False)
    response = page.make_preview_request(None, page.default_preview_mode)
    response.render()
    assert linked_numbers(response) == ["36/2018/QĐ-UBND"]
    assert not PageCitation.objects.exists()


# The index


def test_withdrawing_an_act_takes_the_link_away_at_once(client, news):
    cited = act("36/2018/QĐ-UBND")
    page = article(news, ONE_ACT)
    assert linked_numbers(client.get(page.url))
    cited.unpublish()
    assert linked_numbers(client.get(page.url)) == []
    assert PageCitation.objects.get().regulation is None
    cited.save_revision().publish()
    assert linked_numbers(client.get(page.url)) == ["36/2018/QĐ-UBND"]


def test_an_act_that_comes_later_is_linked_in_older_news(client, news):
    page = article(news, ONE_ACT)
    assert linked_numbers(client.get(page.url)) == []
    cited = act("36/2018/QĐ-UBND")
    assert linked_numbers(client.get(page.url)) == ["36/2018/QĐ-UBND"]
    assert list(pages_citing(cited.pk)) == [Page.objects.get(pk=page.pk)]


def test_a_second_act_of_the_number_unlinks_and_its_end_links_again(
    client, news, of_cao_bang
):
    act("20/2024/NQ-HĐND")
    page = article(news, "<p>Nghị quyết số 20/2024/NQ-HĐND.</p>")
    assert linked_numbers(client.get(page.url))
    twin = act("20/2024/NQ-HĐND", issuer=of_cao_bang, slug="20-2024-cao-bang")
    assert linked_numbers(client.get(page.url)) == []
    twin.delete()
    assert linked_numbers(client.get(page.url)) == ["20/2024/NQ-HĐND"]


def test_a_corrected_number_moves_the_link(client, news):
    cited = act("36/2018/QĐ-UBND")
    old = article(news, ONE_ACT)
    new = article(news, "<p>Quyết định số 63/2018/QĐ-UBND.</p>")
    cited.symbol = "63/2018/QĐ-UBND"
    cited.full_clean()
    cited.save_revision().publish()
    assert linked_numbers(client.get(old.url)) == []
    assert linked_numbers(client.get(new.url)) == ["63/2018/QĐ-UBND"]


def test_a_page_that_goes_leaves_no_mentions(news):
    cited = act("36/2018/QĐ-UBND")
    page = article(news, ONE_ACT)
    page.unpublish()
    assert not PageCitation.objects.exists()
    page.save_revision().publish()
    page.delete()
    assert not PageCitation.objects.exists()
    assert not pages_citing(cited.pk).exists()


def test_a_draft_changes_nothing_before_it_is_published(news):
    cited = act("36/2018/QĐ-UBND")
    page = article(news, ONE_ACT)
    page.body = json.dumps([{"type": "paragraph", "value": "<p>Không còn gì.</p>"}])
    revision = page.save_revision()
    assert pages_citing(cited.pk).exists()
    revision.publish()
    assert not pages_citing(cited.pk).exists()


def test_closed_sections_do_not_show_among_the_citing_pages(news):
    cited = act("36/2018/QĐ-UBND")
    article(news, ONE_ACT)
    PageViewRestriction.objects.create(
        page=news, restriction_type=PageViewRestriction.LOGIN
    )
    assert not pages_citing(cited.pk).exists()


def test_an_act_does_not_cite_itself(news):
    body = json.dumps([{"type": "paragraph", "value": ONE_ACT}])
    cited = act("36/2018/QĐ-UBND", body=body)
    assert not pages_citing(cited.pk).exists()
    citing = act("06/2020/QĐ-UBND", body=body)
    assert [page.pk for page in pages_citing(cited.pk)] == [citing.pk]


def test_the_whole_index_can_be_written_anew(news):
    seed_acts()
    article(news, SEED_LIKE)
    names = ("page", "position", "symbol", "territory", "regulation")
    before = list(PageCitation.objects.values_list(*names))
    PageCitation.objects.all().delete()
    index.rebuild()
    assert list(PageCitation.objects.values_list(*names)) == before


# Cost


def many_acts(count: int) -> str:
    for number in range(1, count + 1):
        act(f"{number:02d}/2021/QĐ-UBND", date(2021, 3, 1))
    return "".join(
        f"<p>Quyết định số {number:02d}/2021/QĐ-UBND.</p>"
        for number in range(1, count + 1)
    )


@pytest.mark.parametrize("count", [0, 1, 30])
def test_an_article_reads_with_few_queries_however_many_acts_it_names(
    client, news, django_assert_max_num_queries, count
):
    page = article(news, many_acts(count) or "<p>Không nhắc đến văn bản nào.</p>")
    client.get(page.url)
    with django_assert_max_num_queries(12):
        response = client.get(page.url)
    assert len(linked_numbers(response)) == count


def test_thirty_acts_cost_as_many_queries_as_one(client, news):
    words = many_acts(30)
    few, many = article(news, words[: words.index("</p>") + 4]), article(news, words)
    counts = []
    for page in (few, many):
        client.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            client.get(page.url)
        counts.append(len(queries))
    assert counts[0] == counts[1], counts


def test_settling_again_does_not_grow_with_the_pages(news):
    cited = act("36/2018/QĐ-UBND")
    counts = []
    for _round in range(2):
        for _page in range(3):
            article(news, ONE_ACT)
        with CaptureQueriesContext(connection) as queries:
            index.resolve_again(cited)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert set(PageCitation.objects.values_list("regulation", flat=True)) == {
        RegulationPage.objects.get().pk
    }


def test_a_page_without_mentions_is_not_searched_for_them(client, news, monkeypatch):
    page = article(news, "<p>Không nhắc đến văn bản nào.</p>")

    def unexpected(text):
        raise AssertionError

    monkeypatch.setattr("documents.citing.links.find_citations", unexpected)
    assert client.get(page.url).status_code == 200


def test_the_list_beside_the_text_follows_what_is_said_of_an_act(client, news):
    cited = act("36/2018/QĐ-UBND", title="Tên cũ (minh họa)")
    page = article(news, ONE_ACT)
    assert "Tên cũ" in client.get(page.url).content.decode()
    cited.title = "Tên mới (minh họa)"
    cited.save_revision().publish()
    html = client.get(page.url).content.decode()
    # Once in the card, once in the list.
    assert html.count("Tên mới") == 2
    assert "Tên cũ" not in html
