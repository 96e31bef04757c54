"""What is marked in a result: what was asked, and the whole of what it stands for."""

from portal.search.query import parse
from portal.search.snippets import Piece, beginning, marked

PAIRS = [("KHCN", "khoa học và công nghệ"), ("SK", "sáng kiến")]


def shown(text: str, asked: str) -> list[str]:
    return [piece.text for piece in marked(text, parse(asked, PAIRS)) if piece.marked]


def test_of_other_words_the_whole_phrase_is_marked():
    text = "Cổng của Sở Khoa học và Công nghệ, và của cả tỉnh"
    assert shown(text, "sở khcn") == ["Sở Khoa học và Công nghệ"]


def test_words_of_it_here_and_there_are_not():
    assert shown("Học ở cổng trường và khoa nội", "khcn") == []


def test_what_was_typed_is_marked_wherever_it_stands():
    assert shown("Kiến nghị về sáng kiến", "sáng kiến") == ["Kiến", "sáng kiến"]
    assert shown("Sáng kiến hay", "sk") == ["Sáng kiến"]


def test_the_letters_of_a_code_are_no_short_form():
    assert shown("Hồ sơ SK-MH-09", "sáng kiến") == []
    assert shown("Hồ sơ SK-MH-09", "sk-mh-09") == ["SK", "MH", "09"]
    assert shown("Nộp SK cấp tỉnh", "sáng kiến") == ["SK"]


def test_what_stands_beside_shows_how_it_begins():
    assert beginning("Một  hai\nba") == [Piece("Một hai ba")]
    assert beginning("một hai ba bốn", 10) == [Piece("một hai"), Piece(" …")]
    assert beginning("không" * 5, 10) == [Piece("khôngkhông"), Piece(" …")]
    assert beginning("") == [Piece("")]
