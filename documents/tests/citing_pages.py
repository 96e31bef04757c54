"""A small library and pages that name its acts, for the tests of citing."""

import json
from datetime import date

from documents.law.symbols import parse_symbol
from documents.models import (
    DocumentType,
    Issuer,
    RegulationIndexPage,
    RegulationPage,
)
from home.models import ArticlePage
from home.tests.factories import ArticlePageFactory
from portal.tests import gathered
from portal.tests.prepared import lay_down

SEED_ACTS = (
    ("14/2019/NQ-HĐND", date(2019, 12, 10)),
    ("36/2018/QĐ-UBND", date(2018, 4, 19)),
    ("06/2020/QĐ-UBND", date(2020, 3, 12)),
    ("291/HD-SKHCN", date(2020, 4, 17)),
)
# The facts and the two slips of a real announcement, in other words.
SEED_LIKE = (
    "<p>Các lớp giới thiệu Nghị quyết số 14/2019/NQ-HĐND ngày 10/12/219 của HĐND "
    "tỉnh về mức chi; Quyết định số 36/2018/QĐ-UBND ngày 19/4/2018 của UBND tỉnh "
    "Lạng Sơn về hoạt động sáng kiến; Quyết định số 06/2020/QD-UBND ngày 12/3/2020 "
    "sửa đổi một số nội dung của Quyết định số 36/2018/QĐ-UBND; Hướng dẫn số "
    "291/HD-SKHCN ngày 17/4/2020 của Sở KHCN.</p>"
)


def act(symbol: str, signed_on: date | None = None, **fields) -> RegulationPage:
    """A published act; its type and issuer follow from the number."""
    parts = parse_symbol(symbol)
    issuers = Issuer.objects.filter(abbreviation=parts.issuer)
    issuer = fields.pop("issuer", None) or issuers.earliest("pk")
    page = RegulationPage(
        title=fields.pop("title", f"Văn bản {symbol} (minh họa)"),
        slug=fields.pop("slug", parts.slug),
        symbol=symbol,
        type=DocumentType.objects.get(abbreviation=parts.type),
        issuer=issuer,
        signed_on=signed_on,
        **fields,
    )
    page.full_clean(exclude=["path", "depth", "url_path", "draft_title"])
    with gathered.at_the_end():
        RegulationIndexPage.objects.get().add_child(instance=page)
        page.save_revision().publish()
    return page


def add_seed_acts() -> None:
    for symbol, day in SEED_ACTS:
        act(symbol, day)


def seed_acts() -> dict[str, RegulationPage]:
    """The acts that SEED_LIKE names, by their numbers."""
    lay_down(add_seed_acts)
    known = {act.symbol: act for act in RegulationPage.objects.all()}
    return {symbol: known[symbol] for symbol, _day in SEED_ACTS}


def article(news, *paragraphs: str, live: bool = True, **fields) -> ArticlePage:
    """An article of these paragraphs of HTML, published unless told otherwise."""
    body = json.dumps([{"type": "paragraph", "value": html} for html in paragraphs])
    with gathered.at_the_end():
        page = ArticlePageFactory(parent=news, body=body, live=False, **fields)
        revision = page.save_revision()
        if live:
            revision.publish()
    if live:
        page.refresh_from_db()
    return page
