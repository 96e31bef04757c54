"""A page of the former portal, imported: its acts are linked, its slips are told."""

import re

import pytest

from documents.citing.slips import check
from documents.tests.citing_pages import SEED_LIKE, seed_acts
from home.importer.draft.create import create_draft
from home.importer.read_article import read_article

LEAD = "Sáng ngày 12/5/2025, Trung tâm Minh Họa giới thiệu các văn bản về sáng kiến."
PAGE = f"""<!doctype html><html lang="vi"><head><meta charset="utf-8">
<title>Giới thiệu văn bản về sáng kiến ở xã Ví Dụ</title></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li></ul></nav>
<article><h1>Giới thiệu văn bản về sáng kiến ở xã Ví Dụ</h1>
<p><strong>{LEAD}</strong></p>{SEED_LIKE}
<p>Kết thúc buổi giới thiệu, các đơn vị nêu câu hỏi và nhận tài liệu.</p></article>
</body></html>"""


@pytest.mark.parametrize("name", ["trang.html", "trang.txt"])
def test_an_imported_article_links_its_four_acts_and_tells_two_slips(
    news, client, name
):
    acts = seed_acts()
    raw = PAGE if name.endswith("html") else _as_text(PAGE)
    draft = create_draft(read_article(raw.encode(), name), parent=news)
    revision = draft.get_latest_revision_as_object()
    slips = [(s.finding.code, s.finding.printed) for s in check(revision).slips]
    assert slips == [("impossible_date", "10/12/219"), ("wrong_marks", "QD")]
    revision.save_revision().publish()
    page = client.get(revision.get_url()).content.decode()
    linked = set(re.findall(r'class="cite-number" href="([^"]+)"', page))
    assert linked == {act.get_url() for act in acts.values()}
    # The editor's words stand as they were, the impossible day among them.
    assert "10/12/219" in page


def _as_text(page: str) -> str:
    body = page.partition("<article>")[2]
    lines = re.sub(r"</?(?:p|h1)>", "\n\n", body)
    return re.sub(r"<[^>]+>", "", lines)
