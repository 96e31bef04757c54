"""HTML read as words whose places in the source are known."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.citing.links import Link, RegulationCard, linked
from documents.citing.markup import plain_run, runs, wrappable_span

SCRAPS = (
    *("<p>", "</p>", "<b>", "</b>", "<br>", '<a href="x>y">', "</a>", "<!-- x -->"),
    *("<", "&", "&amp;", "&nbsp", "]]>", "<![CDATA[", "\n", " ", "đ"),
    "36/2018/QĐ-UBND",
)
CARD = RegulationCard(1, "", "/x/", "", "", "", None, False, "chk", "", "")
LINK = Link("36/2018/QĐ-UBND", "", CARD)


def drawn(html: str, *links: Link) -> str:
    return linked(html, links or (LINK,), lambda words, card: f"[{words}]")


def test_paragraphs_items_and_cells_are_runs_of_their_own():
    html = "<p>Một <b>hai</b></p><ul><li>ba</li><li>bốn</li></ul><td>năm</td>"
    assert [run.text for run in runs(html)] == ["Một hai", "ba", "bốn", "năm"]


def test_entities_and_line_breaks_are_words_with_a_place():
    html = "<p>Sở KH&amp;CN,&nbsp;số<br/>12&#47;x</p>"
    [run] = runs(html)
    assert run.text == "Sở KH&CN,\u00a0số\n12/x"
    start = run.text.index("KH&CN")
    assert html[slice(*run.source_span(start, start + 5))] == "KH&amp;CN"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>số 36/2018/QĐ-UBND.</p>", "<p>số [36/2018/QĐ-UBND].</p>"),
        ("<p><b>36/2018/QĐ-UBND</b></p>", "<p><b>[36/2018/QĐ-UBND]</b></p>"),
        ("<p>36/2018/<b>QĐ-UBND</b></p>", "<p>[36/2018/<b>QĐ-UBND</b>]</p>"),
        ("<p><b>36/2018</b>/QĐ-UBND</p>", "<p>[<b>36/2018</b>/QĐ-UBND]</p>"),
        ("<p><b>x 36/2018</b>/QĐ-UBND</p>", "<p><b>x 36/2018</b>/QĐ-UBND</p>"),
        ("<h2>36/2018/QĐ-UBND</h2>", "<h2>36/2018/QĐ-UBND</h2>"),
        ('<a href="/">36/2018/QĐ-UBND</a>', '<a href="/">36/2018/QĐ-UBND</a>'),
        ("<code>36/2018/QĐ-UBND</code>", "<code>36/2018/QĐ-UBND</code>"),
        ('<p title="36/2018/QĐ-UBND">x', '<p title="36/2018/QĐ-UBND">x'),
        ("<p>36/2018/</p><p>QĐ-UBND</p>", "<p>36/2018/</p><p>QĐ-UBND</p>"),
    ],
)
def test_only_whole_numbers_in_running_text_become_links(html, expected):
    assert drawn(html) == expected


def test_an_issuer_decides_between_two_mentions_of_one_number():
    here = Link("20/2024/NQ-HĐND", "Lạng Sơn", CARD)
    html = (
        "<p>số 20/2024/NQ-HĐND của HĐND tỉnh Cao Bằng và số 20/2024/NQ-HĐND của "
        "HĐND tỉnh Lạng Sơn</p>"
    )
    first, second = html.split(" và ")
    wrapped = second.replace("20/2024/NQ-HĐND", "[20/2024/NQ-HĐND]")
    assert drawn(html, here) == f"{first} và {wrapped}"


def test_a_span_is_widened_only_by_tags_at_its_ends():
    html = "<b>ab</b>c"
    assert wrappable_span(html, 3, 10) == (0, 10)
    assert wrappable_span("<b>xab</b>c", 4, 11) is None


@given(st.lists(st.sampled_from(SCRAPS)))
def test_any_markup_keeps_every_byte_but_the_links(parts):
    html = "".join(parts)

    def undrawn(text: str) -> str:
        # The scraps may set the number in brackets of their own.
        return text.replace("[36/2018/QĐ-UBND]", "36/2018/QĐ-UBND")

    assert undrawn(drawn(html)) == undrawn(html)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00")))
def test_escaped_words_are_read_back_with_their_places(words):
    html = escape(words)
    for run in runs(html):
        assert run.text == words
        start, end = run.source_span(0, len(words))
        assert html[start:end] == html
    if words.strip():
        assert plain_run(words).source_span(0, len(words)) == (0, len(words))
