"""The text format of the demonstration, and what it puts on every page."""

from datetime import date, timedelta

import pytest
from wagtail.models import Site

from portal import demo
from portal.demo.markup import blocks, inline, parse
from portal.models import SiteSettings

TODAY = date(2026, 3, 2)


def numbered(kind, name):
    return {"trang": 7, "tep": 8, "hinh": 9}[kind]


def one(body):
    [block] = blocks(body, numbered)
    return block["type"], block["value"]


def test_a_head_holds_values_lists_and_continued_lines():
    text = parse("title: Một: hai\n  ba\npoints:\n- a\n- b\n  c\n---\nBody\n")
    assert text.head["title"] == "Một: hai ba"
    assert text.lines("points") == ["a", "b c"]
    assert text.lines("missing") == []
    assert text.body == "Body\n"


def test_a_text_may_have_no_head():
    assert parse("---\nBody").body == "Body"


def test_paragraphs_and_lists_in_a_row_are_one_block():
    kind, value = one("Một\nhai.\n\n- a\n- b\n  c\n\n1. x\n2. y")
    assert kind == "paragraph"
    assert value == (
        "<p>Một hai.</p><ul><li>a</li><li>b c</li></ul><ol><li>x</li><li>y</li></ol>"
    )


def test_words_are_escaped_before_they_are_marked_up():
    assert inline("a < b **& c**", numbered) == "a &lt; b <b>&amp; c</b>"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[x](trang:y)", '<a linktype="page" id="7">x</a>'),
        ("[x](tep:y)", '<a linktype="document" id="8">x</a>'),
        ("[x](https://a.vn/b)", '<a href="https://a.vn/b">x</a>'),
        ("[x](/a/b/)", '<a href="/a/b/">x</a>'),
        ("*nghiêng*", "<i>nghiêng</i>"),
    ],
)
def test_links_and_emphasis(words, expected):
    assert inline(words, numbered) == expected


@pytest.mark.parametrize(
    ("body", "kind", "value"),
    [
        ("## Đề mục", "heading", {"text": "Đề mục", "level": "h2"}),
        ("### Mục con", "heading", {"text": "Mục con", "level": "h3"}),
        (
            "> Lời\n> nói.\n> — Ai đó",
            "quote",
            {"text": "Lời nói.", "attribution": "Ai đó"},
        ),
        (
            "!ok Mẹo\nLàm *thử*.",
            "callout",
            {"kind": "ok", "title": "Mẹo", "text": "<p>Làm <i>thử</i>.</p>"},
        ),
        ("!tep Phiếu | Tải về", "document", {"document": 8, "title": "Tải về"}),
        (
            "!hinh desk | Chú thích",
            "image",
            {"image": 9, "alt": "", "caption": "Chú thích", "credit": ""},
        ),
    ],
)
def test_each_mark_makes_its_block(body, kind, value):
    assert one(body) == (kind, value)


def test_pictures_in_a_row_are_a_gallery():
    kind, value = one("!hinh desk | Một\n!hinh hall | Hai")
    assert kind == "gallery"
    assert [item["caption"] for item in value["images"]] == ["Một", "Hai"]


def test_a_table_knows_its_number_columns_and_its_caption():
    kind, value = one("| Việc | Trước# |\n| **a** | 12 |\n|: Số liệu minh họa")
    assert kind == "table"
    assert value == {
        "columns": [
            {"type": "rich_text", "heading": "Việc"},
            {"type": "number", "heading": "Trước"},
        ],
        "rows": [{"values": ["<b>a</b>", "12"]}],
        "caption": "Số liệu minh họa",
    }


def test_the_greeting_ends_and_no_contact_is_made_up(db):
    demo.load(today=TODAY)
    site = Site.objects.get(is_default_site=True)
    settings, lines = SiteSettings.with_banners(site, TODAY)
    assert len(lines) == 1
    later = TODAY + timedelta(days=demo.GREETING_DAYS + 1)
    assert SiteSettings.with_banners(site, later)[1] == []
    assert not any((settings.address, settings.phone, settings.email))
    assert not settings.responsible_person
