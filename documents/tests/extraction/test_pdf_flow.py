"""Lines that fill the page's width: where a paragraph ends only words and indents say.

Placed as an office program justifies them: margins at 85 and 538 points, 13 high.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.extraction.pdf.flow import Flow
from documents.extraction.pdf.model import PrintedLine

LEFT, RIGHT, SIZE, STEP, INDENT = 85.0, 538.0, 13.0, 18.0, 36.0


def printed(*lines: tuple[str, bool], indent: float) -> list[str]:
    """The paragraphs of lines; each says its words and whether it opens a paragraph.

    Every line but the last runs to the right margin.
    """
    flow = Flow(STEP)
    for at, (words, opens) in enumerate(lines):
        x0 = LEFT + (indent if opens else 0)
        x1 = RIGHT if at + 1 < len(lines) else x0 + 5.5 * len(words)
        flow.add(
            PrintedLine(
                page=1,
                x0=x0,
                x1=x1,
                y=700 - STEP * at,
                size=SIZE,
                segments=[(x0, x1, words)],
                left=LEFT,
                right=RIGHT,
                gap=STEP if at else None,
            )
        )
    return flow.paragraphs


MARKERS = [
    "Điều 2. Trách nhiệm của cơ quan", "1. Sở Khoa học và Công nghệ chủ trì",
    "a) Lập hồ sơ sáng kiến của tỉnh", "đ) Gửi cơ quan có thẩm quyền", "Chương II",
    "- Cơ quan, tổ chức có liên quan", "II. NỘI DUNG VÀ MỨC CHI", "Nơi nhận:",
]  # fmt: skip
HEADING = "Điều 1. Quyền và nghĩa vụ của tổ chức, cá nhân trong hoạt động sáng kiến"


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize("indent", [0.0, INDENT])
def test_a_full_line_without_punctuation_swallows_no_marker(marker, indent):
    assert printed((HEADING, True), (marker, True), indent=indent) == [HEADING, marker]


@pytest.mark.parametrize("indent", [0.0, INDENT])
def test_a_heading_of_two_lines_ends_before_the_marker(indent):
    rest = "trên địa bàn tỉnh và các hoạt động khác có liên quan đến sáng kiến"
    lines = ((HEADING, True), (rest, False), ("1. Sở chủ trì.", True))
    assert printed(*lines, indent=indent) == [f"{HEADING} {rest}", "1. Sở chủ trì."]


@pytest.mark.parametrize(
    "before",
    ["theo khoản 2", "theo quy định này và", "tại các năm 2019, 2020,", "quy định tại"],
    ids=["clause", "and", "comma", "at"],
)
@pytest.mark.parametrize("indent", [0.0, INDENT])
def test_a_sentence_that_wraps_before_a_number_stays_whole(before, indent):
    first = f"Mọi cơ quan, tổ chức, cá nhân có liên quan thực hiện {before}"
    wrapped = "Điều 7. Các trường hợp khác"
    assert printed((first, True), (wrapped, False), indent=indent) == [
        f"{first} {wrapped}"
    ]


def test_where_paragraphs_are_indented_a_number_at_the_margin_is_of_the_sentence():
    first = "Mức chi cho một sáng kiến được công nhận trong tỉnh hằng năm tối đa đồng"
    lines = ((first, True), ("50. Mức khác do tỉnh định", False))
    assert len(printed(*lines, indent=INDENT)) == 1


WORDS = st.sampled_from([*MARKERS, HEADING, "và các việc khác", "theo khoản 2", "Sở"])


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=8))
def test_no_word_is_lost(lines):
    for indent in (0.0, INDENT):
        assert " ".join(printed(*lines, indent=indent)) == " ".join(
            words for words, _opens in lines
        )
