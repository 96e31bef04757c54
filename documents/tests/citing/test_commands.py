"""`find_citations` for any text file, `lint_citations` for the whole site."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from documents.models import PageCitation
from documents.tests.citing_pages import SEED_LIKE, article, seed_acts

pytestmark = pytest.mark.django_db


def output(*words) -> str:
    out = io.StringIO()
    call_command(*map(str, words), stdout=out)
    return out.getvalue()


@pytest.fixture
def text_file(tmp_path):
    return tmp_path / "bai.txt"


def test_a_text_is_listed_with_places_that_agree(front, text_file):
    seed_acts()
    text = (
        "Điểm a khoản 2 Điều 5\r\nQuyết định số 36/2018/QĐ-UBND ngày 19/4/2018 của "
        "UBND tỉnh Lạng Sơn; số 14/2019/NQ-HĐND ngày 10/12/219; số 9/2031/TT-BTC"
    )
    text_file.write_bytes(text.encode())
    rows = json.loads(output("find_citations", text_file, "--json"))
    for row in rows:
        assert text[row["start"] : row["end"]] == row["as_printed"]
    assert [row["symbol"] for row in rows] == [
        "36/2018/QĐ-UBND",
        "14/2019/NQ-HĐND",
        "09/2031/TT-BTC",
    ]
    first, second, third = rows
    assert first["date"] == "2018-04-19"
    assert first["issuer"] == "UBND tỉnh Lạng Sơn"
    assert first["provisions"] == ["dieu-5-khoan-2-diem-a"]
    assert first["finding"] is None
    assert second["date"] is None
    assert second["finding"]["code"] == "impossible_date"
    assert second["finding"]["expected"] == "10/12/2019"
    assert third["finding"]["code"] == "unknown_number"
    assert third["document"] is None


def test_a_mark_of_utf_8_and_an_empty_file_are_no_trouble(front, text_file):
    text_file.write_bytes("\ufeff36/2018/QĐ-UBND".encode())
    [row] = json.loads(output("find_citations", text_file, "--json"))
    assert (row["start"], row["end"]) == (0, 15)
    text_file.write_bytes(b"")
    assert json.loads(output("find_citations", text_file, "--json")) == []
    assert output("find_citations", text_file) == ""


def test_words_for_people_say_what_is_wrong(front, text_file):
    seed_acts()
    text_file.write_text("số 06/2020/QD-UBND", encoding="utf-8")
    assert "“QD” phải viết là “QĐ”." in output("find_citations", text_file)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe3\x006\x00", b"Quy\xd5t \xae\xdenh", b"\x80\x81", None]
)
def test_a_file_that_is_no_text_is_refused_in_words(front, text_file, content):
    if content is not None:
        text_file.write_bytes(content)
    with pytest.raises(CommandError, match="bai.txt"):
        output("find_citations", text_file, "--json")


@pytest.mark.parametrize("path", ["", "\0", "x" * 5000])
def test_a_path_that_cannot_be_is_refused_in_words(front, path):
    with pytest.raises(CommandError):
        output("find_citations", path)


def test_a_text_too_large_is_refused(front, text_file, monkeypatch):
    monkeypatch.setattr("documents.management.commands.find_citations.MOST_BYTES", 3)
    text_file.write_bytes(b"1234")
    with pytest.raises(CommandError, match="bai.txt"):
        output("find_citations", text_file)


def test_the_site_is_reported_page_by_page(news):
    seed_acts()
    page = article(news, SEED_LIKE)
    article(news, "<p>Số 36/2018/QĐ-UBND.</p>")
    article(news, SEED_LIKE, live=False)
    [report] = json.loads(output("lint_citations", "--json"))
    assert report["page"] == page.pk
    assert report["url"] == page.url
    codes = [slip["code"] for slip in report["slips"]]
    assert codes == ["impossible_date", "wrong_marks"]
    assert "10/12/219" in output("lint_citations")


def test_a_site_without_pages_or_slips_is_reported_too(front):
    assert json.loads(output("lint_citations", "--json")) == []
    assert output("lint_citations").strip()


def test_the_index_can_be_written_anew_first(news):
    seed_acts()
    article(news, SEED_LIKE)
    PageCitation.objects.all().delete()
    output("lint_citations", "--reindex")
    assert PageCitation.objects.count() == 5
