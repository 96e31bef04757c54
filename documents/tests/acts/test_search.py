"""Acts and initiatives in search: articles, files, numbers, status today."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from documents.enums import FileRole
from documents.models import FileReading, RegulationFile
from documents.models.private import ConfidentialPart
from documents.search_services import with_versions
from documents.tests.act_factories import TEXT, add_act, add_effect, add_verified
from documents.tests.initiative_factories import add_initiative
from portal.models import PortalDocument, SearchEntry, SearchPromotion
from portal.vietnamese import fold

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def results(client, query: str, **choices) -> list:
    context = client.get("/tim-kiem/", {"q": query, **choices}).context
    named = context.get("named")
    rows = [*([named] if named else []), *context["results"]]
    return [row for row in rows if not (row.is_beside or row.is_service)]


def test_an_article_is_found_under_its_act_and_opened_there(front, client):
    act = add_act("05/2024/QĐ-UBND", title="Quy định về khen thưởng", text=TEXT)
    [hit] = results(client, "mức hai là ba triệu đồng")
    assert (hit.url, hit.part_url) == (act.url, f"{act.url}#dieu-2")
    assert "".join(p.text for p in hit.part) == "Điều 2. Mức hỗ trợ"
    assert 'id="dieu-2"' in client.get(act.url).content.decode()
    # The act by its own title opens at its top.
    assert results(client, "quy định về khen thưởng")[0].part_url == ""


def test_words_of_two_articles_find_the_act_with_its_title(front, client):
    add_act("05/2024/QĐ-UBND", title="Khen thưởng", text=TEXT)
    [hit] = results(client, "khen thưởng mức hỗ trợ ba triệu")
    assert hit.symbol == "05/2024/QĐ-UBND"


def test_words_of_an_attached_file_count_and_it_is_said(front, client):
    act = add_act("05/2024/QĐ-UBND", title="Khen thưởng", publish=False)
    file = ContentFile(b"%PDF-1.4", name="phu-luc.pdf")
    document = PortalDocument.objects.create(title="Phụ lục mẫu đơn", file=file)
    FileReading.objects.create(
        document=document,
        sha256=document.sha256,
        read_at=timezone.now(),
        text="Danh mục xe đạp điện hai bánh.",
    )
    RegulationFile.objects.create(
        regulation=act, document=document, role=FileRole.APPENDIX
    )
    act.save_revision().publish()
    [hit] = results(client, "xe dap dien hai banh")
    assert (hit.is_file, hit.part_url) == (True, document.url)
    page = client.get("/tim-kiem/", {"q": "xe dap dien hai banh"})
    assert "Trong tệp đính kèm:" in page.content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        "36/2018/QĐ-UBND",
        "36 2018 qd ubnd",
        "QD-UBND 36/2018",
        "36/2018/QD-UBDN",
        "quyết định số 36 năm 2018 của ubnd",
    ],
)
def test_a_number_is_first_however_it_is_typed_and_what_cites_it_after(
    front, client, typed
):
    add_act("36/2018/QĐ-UBND", signed_on=date(2018, 4, 19), title="Hoạt động sáng kiến")
    add_act("36/2018/NQ-HĐND", kind="NQ", signed_on=date(2018, 5, 1), title="Khác")
    citing = add_act(
        "06/2020/QĐ-UBND",
        signed_on=date(2020, 3, 12),
        text="Điều 1. Sửa\nSửa Quyết định số 36/2018/QĐ-UBND.",
    )
    found = results(client, typed)
    assert found[0].symbol == "36/2018/QĐ-UBND"
    assert found[0].is_number and found[0].card.label
    if typed == "36/2018/QĐ-UBND":
        assert citing.symbol in [hit.symbol for hit in found[1:]]


def test_a_number_nobody_has_names_the_nearest(front, client):
    add_act("36/2018/QĐ-UBND", signed_on=date(2018, 4, 19))
    context = client.get("/tim-kiem/?q=39/2018/QĐ-UBND").context
    assert not context["result_count"]
    assert [entry.symbol for entry in context["numbers"]] == ["36/2018/QĐ-UBND"]


def test_status_is_of_today_without_indexing_anew(front, client):
    today = timezone.localdate()
    tomorrow = today + timedelta(days=1)
    old = add_verified("01/2020/QĐ-UBND", date(2020, 1, 1), title="Quy chế thi đua")
    add_verified("02/2021/QĐ-UBND", tomorrow, title="Quy chế thi đua")
    query = {"muc": "van-ban", "hieu-luc": "in_force"}
    assert [r.symbol for r in results(client, "thi dua", **query)] == [old.symbol]
    ending = add_act("03/2022/QĐ-UBND", title="Bãi bỏ", signed_on=date(2022, 1, 1))
    add_effect(ending, old, "repeals", today)
    assert results(client, "thi dua", **query) == []
    context = client.get("/tim-kiem/?q=thi+dua&muc=van-ban").context
    [status] = [f for f in context["facets"] if f["name"] == "hieu-luc"]
    counts = {item["value"]: item["count"] for item in status["items"]}
    assert counts == {"not_yet": 1, "ended": 1}
    page = client.get("/tim-kiem/?q=thi+dua&muc=van-ban&hieu-luc=not_yet")
    assert page.context["result_count"] == 1


def test_filters_of_the_library_narrow_and_count(front, client):
    add_act("01/2020/QĐ-UBND", signed_on=date(2020, 1, 1), title="Thi đua")
    add_act("02/2020/NQ-HĐND", kind="NQ", signed_on=date(2020, 1, 2), title="Thi đua")
    context = client.get("/tim-kiem/?q=thi+dua&loai=NQ").context
    assert [r.symbol for r in context["results"]] == ["02/2020/NQ-HĐND"]
    [kinds] = [f for f in context["facets"] if f["name"] == "loai"]
    assert {i["value"]: i["count"] for i in kinds["items"]} == {"QĐ": 1, "NQ": 1}


def test_the_same_as_data(front, client):
    add_act("36/2018/QĐ-UBND", signed_on=date(2018, 4, 19), title="Hoạt động sáng kiến")
    answer = client.get("/tim-kiem.json?q=36/2018&muc=van-ban")
    assert answer["Access-Control-Allow-Origin"] == "*"
    data = answer.json()
    assert data["count"] == 1
    [result] = data["results"]
    assert result | {"snippet": ""} == {
        "kind": "van-ban",
        "title": "Hoạt động sáng kiến",
        "url": "http://testserver/van-ban/36-2018-qd-ubnd/",
        "snippet": "",
        "date": "2018-04-19",
        "is_sample": False,
        "symbol": "36/2018/QĐ-UBND",
        "status": "Đang rà soát",
    }
    years = data["facets"]["nam"]
    assert [(y["value"], y["count"]) for y in years] == [("2018", 1)]


def test_programs_are_slowed_down_and_told_so(front, client, monkeypatch):
    from django.core.cache import cache

    from portal.guard import Limit
    from portal.search import api

    cache.clear()
    monkeypatch.setattr(api, "PROGRAMS", Limit(2, timedelta(minutes=1)))
    answers = [client.get("/tim-kiem.json?q=a") for _time in range(3)]
    assert [a.status_code for a in answers] == [200, 200, 429]
    assert 0 < int(answers[2]["Retry-After"]) <= 60
    other = client.get("/tim-kiem.json?q=a", REMOTE_ADDR="203.0.113.9")
    assert other.status_code == 200


def test_suggestions_are_titles_and_numbers_that_so_begin(front, client):
    act = add_act(
        "36/2018/QĐ-UBND", signed_on=date(2018, 4, 19), title="Hoạt động sáng kiến"
    )
    url = reverse("search_suggest")
    for typed in ("hoat do", "36/20", "36/2018/Q", "sáng ki", "hoạt động sáng kiến"):
        query, titles, kinds, addresses = client.get(url, {"q": typed}).json()
        assert query == typed
        at = titles.index("36/2018/QĐ-UBND: Hoạt động sáng kiến")
        assert kinds[at] == "Văn bản"
        assert addresses[at] == f"http://testserver{act.url}"
    assert client.get(url, {"q": "h"}).json() == ["h", [], [], []]
    assert client.get(url, {"q": "hoat do", "muc": "tin-tuc"}).json()[1] == []


def test_what_holds_is_suggested_before_what_is_over(front, client):
    day = date(2015, 1, 2)
    title = "Quy định chung về thời hạn xét sáng kiến"
    held = add_verified("01/2015/QĐ-UBND", day, title=title, signed_on=day)
    over = add_verified(
        "02/2015/QĐ-UBND",
        day,
        title="Thời hạn xét bản cũ",
        signed_on=day,
        expires_on=date(2016, 1, 1),
    )
    url = reverse("search_suggest")

    def first(typed: str) -> str:
        return client.get(url, {"q": typed}).json()[3][0]

    assert first("thời h") == f"http://testserver{held.url}"
    assert first("02/20") == f"http://testserver{over.url}"
    assert first("thời hạn xét bản c") == f"http://testserver{over.url}"


def test_confidential_words_of_an_initiative_are_in_no_row(front, client):
    page = add_initiative(title="Ủ phân bằng vỏ sò", publish=False)
    ConfidentialPart.objects.create(initiative=page, text="Men gốc Khuyết Danh")
    page.save_revision().publish()
    assert [hit.url for hit in results(client, "u phan bang vo so")] == [page.url]
    assert not results(client, "men goc khuyet danh")
    for row in SearchEntry.objects.select_related("words").filter(page=page.pk):
        for text in (row.body, row.context, row.folded, row.words.text):
            assert "khuyet" not in fold(text)


def test_the_librarys_own_box_looks_into_the_texts(front, client):
    act = add_act("05/2024/QĐ-UBND", title="Khen thưởng", text=TEXT)
    page = client.get("/van-ban/", {"q": "mức hai là ba triệu đồng"}).content.decode()
    assert f'href="{act.url}#dieu-2"' in page
    assert "<mark>mức hai là ba triệu đồng</mark>" in page.lower()
    nothing = client.get("/van-ban/", {"q": "xyzzy nuoc"}).content.decode()
    assert f"/tim-kiem/?q={quote('xyzzy nuoc')}" in nothing.partition('"empty"')[2]


def test_what_a_wider_search_adds_stands_apart_and_says_what_it_lacks(front, client):
    words = "Hội đồng họp xét trực tuyến"
    add_act("05/2024/QĐ-UBND", title=words, signed_on=date(2024, 1, 2))
    add_act("06/2024/QĐ-UBND", title="Hội đồng họp xét", signed_on=date(2024, 1, 3))
    page = client.get("/tim-kiem/", {"q": words.lower()})
    assert [row.symbol for row in page.context["whole"]] == ["05/2024/QĐ-UBND"]
    [wider] = [row for row in page.context["wider"] if not row.is_beside]
    assert (wider.symbol, wider.lacking) == ("06/2024/QĐ-UBND", ["trực tuyến"])
    html = page.content.decode()
    assert "1 kết quả có đủ mọi từ" in html
    assert html.index("05/2024") < html.index("Tìm rộng hơn") < html.index("06/2024")
    assert "<s>trực tuyến</s>" in html


def test_where_all_have_all_words_nothing_is_said_of_words(front, client):
    add_act("05/2024/QĐ-UBND", title="Hội đồng họp xét trực tuyến")
    add_act("06/2024/QĐ-UBND", title="Hội đồng họp xét trực tuyến lần hai")
    page = client.get("/tim-kiem/", {"q": "hội đồng họp xét trực tuyến"})
    assert "whole" not in page.context
    assert not any(row.lacking for row in page.context["results"])


def test_by_date_the_two_are_mixed_and_it_is_said(front, client):
    words = "Hội đồng họp xét trực tuyến"
    add_act("05/2024/QĐ-UBND", title=words, signed_on=date(2024, 1, 2))
    add_act("06/2024/QĐ-UBND", title="Hội đồng họp xét", signed_on=date(2024, 1, 3))
    page = client.get("/tim-kiem/", {"q": words.lower(), "sap-xep": "moi"})
    assert [bool(row.lacking) for row in page.context["results"]] == [True, False]
    assert "1 kết quả có đủ mọi từ; kết quả nào thiếu" in page.content.decode()


def test_days_are_compared_only_of_an_act_with_its_text(front):
    day = date(2024, 1, 2)
    whole = add_verified("01/2024/QĐ-UBND", day)
    bare = add_verified("02/2024/QĐ-UBND", day, text="")
    amending = add_verified("03/2024/QĐ-UBND", day)
    for act in (whole, bare):
        add_effect(amending, act, "amends", day, provision="dieu-1")
    assert with_versions([whole.pk, bare.pk], day) == {whole.pk}


def test_an_act_that_editors_put_on_top_has_its_number_and_state(front, client):
    act = add_verified("12/2024/QĐ-UBND", date(2024, 2, 1))
    act.save_revision().publish()
    SearchPromotion.objects.create(queries="thưởng sáng kiến", page=act)
    page = client.get("/tim-kiem/?q=thuong+sang+kien")
    (top,) = page.context["promoted"]
    assert (top.symbol, top.card.css) == (act.symbol, "ok")
    chosen = page.content.decode().partition("list--chosen")[2].partition("</ul>")[0]
    assert act.symbol in chosen
    assert "Còn hiệu lực" in chosen
