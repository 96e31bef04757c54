"""Nothing private of an initiative reaches anybody who is not signed in.

The crawl follows every link of the portal and reads pages, feeds, JSON, PDF, search,
revisions and index rows; it fails when one secret word stands anywhere.
"""

import re
from datetime import date
from decimal import Decimal
from html import unescape
from io import BytesIO

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import Revision

from documents.initiatives.authors import (
    AuthorFacts,
    public_authors,
    replace_authors,
    store_confidential,
)
from documents.models import (
    AuthorPrivate,
    ConfidentialPart,
    InitiativeAuthor,
    InitiativePage,
    Need,
    NeedContact,
    ReplicationContact,
)
from documents.models.contacts import Contact
from documents.models.initiative_enums import NeedState, Review
from documents.tests.initiative_factories import NOW, add_initiative, add_replication
from portal.models import SearchEntry

PUBLIC = "Hoàng Thị Đồng Ý"
SECRETS = {
    "author without consent": "Vi Văn Kín",
    "their unit": "Trạm Không Nêu Tên",
    "birth date": "1979-11-23",
    "birth date as printed": "23/11/1979",
    "phone": "0912345678",
    "confidential part": "công thức hoa hồi bảy phần",
    "contact of a replication": "Lý Người Gửi",
    "their e-mail": "nguoigui@example.vn",
    "contact of a need": "Nông Người Cần",
    "unconfirmed unit": "Phân xưởng Khuất Lấp",
    "unapproved need": "Nhu cầu chưa duyệt",
}


@pytest.fixture
def page(front):
    page = add_initiative(title="Sáng kiến có phần bảo mật")
    replace_authors(
        page.pk,
        [
            AuthorFacts(
                PUBLIC,
                Decimal(60),
                unit_then="Trường Công Khai",
                consent=True,
                birth_date=date(1979, 11, 23),
                phone="0912345678",
            ),
            AuthorFacts("Vi Văn Kín", Decimal(40), unit_then="Trạm Không Nêu Tên"),
        ],
    )
    store_confidential(page.pk, "công thức hoa hồi bảy phần", now=NOW)
    consent = {"consent_version": "1", "consented_at": NOW}
    asked = add_replication(page, unit="Phân xưởng Khuất Lấp", review=Review.PENDING)
    seen = add_replication(page, unit="Trường Đã Xác Nhận")
    for row in (asked, seen):
        ReplicationContact.objects.create(
            replication=row, name="Lý Người Gửi", email="nguoigui@example.vn", **consent
        )
    for state, title in (
        (NeedState.PENDING, "Nhu cầu chưa duyệt"),
        (NeedState.OPEN, "Nhu cầu đã duyệt"),
    ):
        need = Need.objects.create(
            title=title,
            text="Cần cách xếp hàng.",
            field=page.field,
            unit="Trạm Mẫu",
            state=state,
            sent_at=NOW,
            approved_at=NOW,
        )
        NeedContact.objects.create(need=need, name="Nông Người Cần", **consent)
    page.save_revision().publish()
    return page


def leaks(words: str) -> list[str]:
    text = unescape(words)
    return [name for name, secret in SECRETS.items() if secret in text]


def links(body: str) -> set[str]:
    found = re.findall(
        r'(?:href|<loc>|<link>|src)="?(?:http://[^/"<]+)?(/[^"<#]*)', body
    )
    skipped = ("/static/", "/media/", "/admin/", "/dang-nhap/")
    return {unescape(link) for link in found if not link.startswith(skipped)}


def text_of(response) -> str:
    content = b"".join(response) if response.streaming else response.content
    if response["Content-Type"] == "application/pdf":
        pypdf = pytest.importorskip("pypdf")
        pages = pypdf.PdfReader(BytesIO(content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    return content.decode("utf-8", "ignore")


def test_a_crawl_of_everything_public_finds_nothing_private(page, client):
    printed = {f"{page.url}pdf/", "/sang-kien/pdf/"}
    todo = {"/", "/sitemap.xml", "/sang-kien.json", "/van-ban.json", *printed}
    todo |= {
        f"/sang-kien/?{choice}" for choice in ("linh-vuc=giao-duc", "nhan-rong=co")
    }
    done: set[str] = set()
    naming = set()
    while todo - done:
        path = min(todo - done)
        done.add(path)
        response = client.get(path)
        if response.status_code != 200:
            continue
        words = text_of(response)
        assert leaks(words) == [], path
        if PUBLIC in words:
            naming.add(path)
        # A page with other filters, or printed, shows the same rows again.
        todo |= {
            link for link in links(words) if "?" not in link and "/pdf/" not in link
        }
    assert {page.url, f"{page.url}pdf/"} <= naming
    assert {"/sang-kien/", "/sang-kien/rss/", "/sang-kien/theo-dia-ban/"} <= done


@pytest.mark.parametrize(
    "path",
    ["/tim-kiem/", "/tim-kiem.json", "/tim-kiem/goi-y.json", "/sang-kien/"]
    + ["/sang-kien.json", "/sang-kien/rss/", "/sang-kien/nhu-cau/"],
)
def test_what_somebody_types_calls_up_nothing_else_that_is_private(page, client, path):
    for name, secret in SECRETS.items():
        words = text_of(client.get(path, {"q": secret}))
        assert set(leaks(words)) <= {name}
        assert page.title not in words


def test_searching_for_what_is_private_finds_nothing(page, client):
    for secret in SECRETS.values():
        assert client.get("/sang-kien.json", {"q": secret}).json()["count"] == 0
    rows = list(SearchEntry.objects.values_list())
    assert page.title in str(rows)
    assert leaks(str(rows)) == []


def test_no_revision_holds_it(page):
    contents = [str(revision.content) for revision in Revision.objects.all()]
    assert contents
    assert leaks(" ".join(contents)) == []
    assert PUBLIC not in " ".join(contents)


def test_no_column_of_the_page_or_its_children_holds_it(page):
    page = InitiativePage.objects.get(pk=page.pk)
    rows = [page, *page.steps.all(), *page.benefits.all()]
    words = " ".join(str(row.__dict__) for row in rows)
    assert leaks(words) == []


def test_nothing_leads_from_a_page_to_private_rows():
    private = {InitiativeAuthor, AuthorPrivate, ConfidentialPart}
    private |= {
        model
        for model in apps.get_app_config("documents").get_models()
        if issubclass(model, Contact)
    }
    for start in (InitiativePage, apps.get_model("documents", "Replication"), Need):
        reachable = {
            field.related_model
            for field in start._meta.get_fields()
            if isinstance(field, models.ForeignObjectRel | models.ForeignKey)
        }
        assert not reachable & private


def test_whoever_takes_back_their_consent_is_gone_at_once(page, client):
    assert PUBLIC in client.get(page.url).content.decode()
    InitiativeAuthor.objects.filter(name=PUBLIC).update(consent=False)
    assert PUBLIC not in client.get(page.url).content.decode()
    assert public_authors(page.pk) == []


def test_a_copy_takes_nothing_private_along(page):
    copy = page.copy(update_attrs={"slug": "ban-sao", "code": "SK-SAO"})
    assert not InitiativeAuthor.objects.filter(initiative_id=copy.pk).exists()
    assert not ConfidentialPart.objects.filter(pk=copy.pk).exists()


@pytest.mark.parametrize(("second", "total"), [("39", "99"), ("41", "101")])
def test_shares_that_miss_a_hundred_change_nothing(page, second, total):
    authors = [AuthorFacts("A", Decimal(60)), AuthorFacts("B", Decimal(second))]
    with pytest.raises(ValidationError, match=f"{total}%"):
        replace_authors(page.pk, authors)
    assert InitiativeAuthor.objects.filter(initiative_id=page.pk).count() == 2
    assert AuthorPrivate.objects.count() == 1


def test_deleting_a_page_deletes_what_is_private_of_it(front):
    page = add_initiative()
    replace_authors(page.pk, [AuthorFacts("A", Decimal(100), phone="09")])
    store_confidential(page.pk, "kín", now=NOW)
    page.delete()
    for model in (InitiativeAuthor, AuthorPrivate, ConfidentialPart):
        assert not model.objects.exists()
