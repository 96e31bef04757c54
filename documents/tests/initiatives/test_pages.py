"""The page of an initiative: what it shows, counts, links and says to machines."""

import json
import re
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.initiatives.related_pages import likeness
from documents.models import (
    InitiativeBasis,
    InitiativeBenefit,
    InitiativeRecognition,
    InitiativeStep,
    KitFile,
)
from documents.models.initiative_enums import ReplicationStatus, Review
from documents.tests.act_factories import add_verified
from documents.tests.citing_pages import article
from documents.tests.initiative_factories import (
    add_initiative,
    add_replication,
    add_unit,
)
from portal.models import PortalDocument

HTML = "<script>alert(1)</script><b>đậm</b>"


def shown(client, page) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def kit_document(title: str = "Mẫu phiếu") -> PortalDocument:
    file = ContentFile(b"%PDF-1.4 mau", name="mau.pdf")
    return PortalDocument.objects.create(title=title, file=file)


@pytest.fixture
def act(front):
    return add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))


@pytest.fixture
def full(act):
    return add_initiative(
        unit=add_unit("Trường Mẫu"),
        first_applied_on=date(2024, 9, 5),
        cost=1_500_000,
        effort="days",
        conditions="Một máy in.",
        rows={
            "steps": [InitiativeStep(title="Chia bài", text="Mỗi bước một ô.")],
            "benefits": [
                InitiativeBenefit(
                    kind="quality",
                    what="Nộp đúng hạn",
                    baseline=Decimal(46),
                    result=Decimal(83),
                    unit="%",
                    stated_by="Trường Mẫu",
                )
            ],
            "recognitions": [
                InitiativeRecognition(
                    by="Trường Mẫu", on=date(2025, 1, 2), decision=act
                )
            ],
            "legal_basis": [
                InitiativeBasis(regulation=act, provision="dieu-2-khoan-1")
            ],
            "kit": [KitFile(document=kit_document(), label="Phiếu trắng")],
        },
    )


def test_the_page_answers_what_how_cost_proof_and_what_to_copy(full, client):
    page = shown(client, full)
    for words in (
        "Chia bài",
        "Nộp đúng hạn",
        "46%",
        "83%",
        "1,5 triệu đồng",
        "Một máy in.",
        "Phiếu trắng",
        "chưa kiểm tra",
        "Trường Mẫu",
    ):
        assert words in page


def test_a_figure_stands_once_on_the_page(full, client):
    main = shown(client, full).partition("<main")[2].partition("tuong-tu")[0]
    told = re.sub(r"<[^>]*>", "", main)
    for words in ("46%", "83%", "1,5 triệu đồng", "Vài ngày"):
        assert told.count(words) == 1, words


def test_an_amount_never_breaks_inside(full, client):
    assert '<b class="nw">1,5 triệu đồng</b>' in shown(client, full)


def test_a_page_without_a_picture_has_the_sign_of_its_field(full, client):
    assert '<svg class="sign"' in shown(client, full)
    assert '<svg class="sign"' in client.get("/sang-kien/").content.decode()


def test_the_legal_basis_leads_to_the_provision_and_shows_its_words(full, act, client):
    page = shown(client, full)
    assert f'href="{act.url}#dieu-2-khoan-1"' in page
    assert "Mức một là năm triệu đồng." in page


def test_only_confirmed_applied_rows_are_counted_and_shown(full, client):
    add_replication(full, unit="Trường Đã Dùng")
    for review in (Review.PENDING, Review.ASKED, Review.REJECTED):
        add_replication(full, unit=f"Trường {review.value}", review=review)
    for status in set(ReplicationStatus) - {ReplicationStatus.APPLIED}:
        add_replication(full, unit=f"Trường {status.value}", status=status)
    page = shown(client, full)
    assert "Trường Đã Dùng" in page
    hidden = "pending|asked|rejected|interested|trial|stopped"
    assert re.findall(f"Trường (?:{hidden})", page) == []
    [row] = client.get("/sang-kien.json").json()["results"]
    assert row["applied_elsewhere"] == 1
    assert re.search(r"<dt>đơn vị khác đang áp dụng</dt><dd><b>1</b></dd>", page)


def test_the_feed_of_an_initiative_tells_who_applies_it(full, client):
    add_replication(full, unit="Trường Trước", started_on=date(2024, 1, 2))
    add_replication(full, unit="Trường Sau", started_on=date(2025, 1, 2))
    add_replication(full, unit="Trường Chờ", review=Review.PENDING)
    feed = client.get(f"{full.url}rss/").content.decode()
    assert 0 < feed.index("Trường Sau") < feed.index("Trường Trước")
    assert "Trường Chờ" not in feed
    assert f'href="{full.url}rss/"' in shown(client, full)


def test_what_another_unit_learned_is_told(full, client):
    add_replication(full, unit="Trường Xa", lesson="In khổ A5 thì đủ.")
    assert "In khổ A5 thì đủ." in shown(client, full)


def test_news_that_link_to_it_are_named(full, news, client):
    article(
        news,
        f'<p>Xem <a linktype="page" id="{full.pk}">bộ phiếu</a>.</p>',
        title="Tin có dẫn sáng kiến",
    )
    article(news, "<p>Tin khác.</p>", title="Tin không liên quan")
    part = shown(client, full).partition('id="gioi-thieu"')[2]
    assert "Tin có dẫn sáng kiến" in part
    assert "Tin không liên quan" not in part


def test_drafts_that_link_to_it_are_not_named(full, news, client):
    html = f'<p><a linktype="page" id="{full.pk}">x</a></p>'
    article(news, html, live=False, title="Tin nháp")
    assert "Tin nháp" not in shown(client, full)


def test_the_likest_of_its_field_come_first(full, client):
    near = add_initiative(title="Phiếu tự kiểm", problem="Việc cũ mất nhiều thời gian.")
    add_initiative(title="Việc khác ngành", field="y-te")
    part = shown(client, full).partition('id="tuong-tu"')[2]
    assert near.title in part
    assert "Việc khác ngành" not in part


def test_likeness_is_shared_words():
    assert likeness("học sinh vùng khó", "Học sinh vùng khó") == 1
    assert likeness("học sinh", "thuốc hết hạn") == 0
    assert likeness("", "thuốc") == 0


def test_search_engines_get_steps_and_cost(full, client):
    page = shown(client, full)
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    data = json.loads(found[1])
    assert data["@type"] == "HowTo"
    assert data["step"][0]["name"] == "Chia bài"
    assert data["estimatedCost"] == {
        "@type": "MonetaryAmount",
        "currency": "VND",
        "value": 1_500_000,
    }


def test_a_review_that_is_due_is_said(front, client):
    today = date.today()
    late = add_initiative(review_on=today - timedelta(days=1))
    later = add_initiative(review_on=today + timedelta(days=400))
    assert "đến hạn rà soát" in shown(client, late)
    assert "đến hạn rà soát" not in shown(client, later)


def test_html_in_every_field_is_shown_as_typed(front, act, client):
    words = ("problem", "before", "solution", "novelty", "conditions", "limits")
    page = add_initiative(
        **dict.fromkeys((*words, "applicability", "summary", "cost_note"), HTML),
        title=f"Tiêu đề {HTML}",
        cost=1,
        unit=add_unit(HTML),
        rows={
            "steps": [InitiativeStep(title=HTML, text=HTML)],
            "benefits": [
                InitiativeBenefit(
                    kind="time",
                    what=HTML,
                    baseline=2,
                    result=1,
                    unit="<b>",
                    period=HTML,
                    method=HTML,
                    stated_by=HTML,
                )
            ],
            "recognitions": [InitiativeRecognition(by=HTML, decision_symbol=HTML)],
            "legal_basis": [InitiativeBasis(regulation=act, note=HTML)],
            "kit": [KitFile(document=kit_document(HTML))],
        },
    )
    add_replication(page, unit=HTML, adaptation=HTML, result=HTML, lesson=HTML)
    for path in (
        page.url,
        "/sang-kien/",
        "/sang-kien/theo-dia-ban/",
        "/sang-kien/rss/",
    ):
        body = client.get(path).content.decode()
        assert "<script>alert" not in body
        assert "<b>đậm" not in body


def test_the_page_takes_as_many_queries_for_many_rows(full, client):
    def queries() -> int:
        client.get(full.url)
        with CaptureQueriesContext(connection) as seen:
            client.get(full.url)
        return len(seen)

    add_replication(full)
    before = queries()
    for number in range(8):
        add_replication(full)
        full.benefits.add(InitiativeBenefit(kind="time", what=f"Phút {number}"))
        full.kit.add(KitFile(document=kit_document(f"Mẫu {number}")))
    full.save_revision().publish()
    assert queries() == before


@pytest.mark.parametrize("path", ["", "pdf/"])
def test_the_page_without_any_optional_field_is_answered(front, client, path):
    page = add_initiative()
    assert client.get(f"{page.url}{path}").status_code == 200


def test_the_pdf_says_the_same(full, client):
    pypdf = pytest.importorskip("pypdf")
    response = client.get(f"{full.url}pdf/")
    content = b"".join(response) if response.streaming else response.content
    pages = pypdf.PdfReader(BytesIO(content)).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    for wanted in ("Chia bài", "46%", "83%", "1,5 triệu đồng"):
        assert wanted in words
