"""What an assessor of search is given to judge, and what is kept from him."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from home.tests.factories import ArticlePageFactory
from portal.bench.bare.management.commands import bench_natural
from portal.bench.relevance.natural import HALVES, Natural, written_queries
from portal.bench.relevance.pool import Shown, passage, pooled
from portal.search import rebuild

ASKED = Natural("mức chi", "official", "need", {"/a/": 3}, frozenset({"/b/"}))


def shown(path):
    return Shown("van-ban", f"Trang {path}", "Không nói gì. Các mức chi và mức hỗ trợ.")


def test_what_no_way_was_judged_for_is_pooled_by_address():
    ways = [lambda _q: ["/d/", "/a/"], lambda _q: ["/b/", "/c/", "/d/"]]
    rows = list(pooled("open", [ASKED], ways, shown))
    assert [row["path"] for row in rows] == ["/c/", "/d/"], "once, in no way's order"
    told = "half query who kind path title passage"
    assert " ".join(rows[0]) == told, "no way, no place, no score"
    assert rows[0]["who"] == "official"
    assert "mức chi" in rows[0]["passage"]


def test_only_the_first_five_of_a_way_are_pooled():
    asked = Natural("x", "clerk", "need", {})
    (way,) = [lambda _q: [f"/{n}/" for n in range(9)]]
    rows = pooled("open", [asked], [way], shown)
    assert [row["path"] for row in rows] == [f"/{n}/" for n in range(5)]


def test_a_passage_is_where_most_of_the_query_stands_and_else_the_beginning():
    text = "Mở đầu dài. " * 40 + "Mức chi cho hội đồng. " + "Kết thúc. " * 40
    assert passage(text, "muc chi hoi dong", 60).startswith("Mức chi cho hội đồng")
    assert passage(text, "xa lạ", 30) == text[:30].strip()
    assert passage("Ngắn", "ngan") == "Ngắn"


def test_who_judged_a_page_worthless_did_not_grade_it():
    for half in HALVES:
        for one in written_queries(half):
            assert not one.unhelpful & one.right.keys(), one.query
            assert all(1 <= grade <= 3 for grade in one.right.values()), one.query


@pytest.mark.django_db
def test_the_pool_is_written_and_nothing_is_measured(news, tmp_path, monkeypatch):
    page = ArticlePageFactory(parent=news, title="Ủ vỏ sắn thành phân bón")
    page.save_revision().publish()
    rebuild.rebuild()
    asked = Natural("ủ vỏ sắn", "author", "need", {})
    monkeypatch.setattr(bench_natural, "natural_queries", lambda _half: [])
    monkeypatch.setattr(bench_natural, "written_queries", lambda _half: [asked])
    file, printed = tmp_path / "pool.jsonl", StringIO()
    command = bench_natural.Command(stdout=printed)
    call_command(command, pool=str(file), open_only=True)
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    told = {(row["half"], row["query"], row["title"]) for row in rows}
    assert ("open", asked.query, page.title) in told
    assert printed.getvalue() == ""
