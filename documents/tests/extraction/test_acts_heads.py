"""Running heads of real gazettes, in two lines and from several issues.

The text of every page is of the act the head was seen over.
"""

import pytest

from documents.tests.extraction.printed_pages import read_pages, set_in_lines

# A page's text, apart from its number; ten pages are shaped alike.
ARTICLE = (
    "Điều {n}. Phạm vi điều chỉnh và đối tượng áp dụng của điều thứ {n}",
    "1. Nghị định này quy định chi tiết một số điều và biện pháp thi hành.",
    "2. Cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành điều {n}.",
)
STYLE = "@page { margin-top: 3.2cm; margin-bottom: 2.6cm }"
TOP = "<header style='position:absolute;top:-1.6cm;left:0;right:0'>{}</header>"
BOTTOM = "<header style='position:absolute;bottom:-1.4cm;left:0;right:0'>{}</header>"
CENTRED = "<div style='text-align:center;line-height:1.5'>{}</div>"


def articles(count: int) -> list[list[str]]:
    return [[line.format(n=n) for line in ARTICLE] for n in range(1, count + 1)]


def read_under(heads: list[str], edge: str = TOP) -> list[str]:
    """The text of as many pages as there are heads."""
    texts = articles(len(heads))
    pages = [
        f"<article style='position:relative;height:22cm'>{edge.format(head)}"
        f"{set_in_lines(*text)}</article>"
        for head, text in zip(heads, texts, strict=True)
    ]
    return read_pages(*pages, style=STYLE)


def expected(count: int) -> list[str]:
    return [line for page in articles(count) for line in page]


def one_line(words: str, number: int, *, left: bool) -> str:
    """The number of a gazette's page at the outer side of its head."""
    both = (str(number), words) if left else (words, str(number))
    return (
        "<div style='display:flex;justify-content:space-between'>"
        f"<span>{both[0]}</span><span>{both[1]}</span></div>"
    )


@pytest.mark.parametrize("lower", [0, 6], ids=["as on the others", "lower"])
def test_the_number_of_a_gazette_page_in_a_line_of_its_own(lower):
    """Nghị định 356/2025/NĐ-CP, Công báo 18 of 18-01-2026, congbaocdn.chinhphu.vn.

    Its pages count on from the issue's, not from the file's.
    """
    words = "CÔNG BÁO/Số 18/Ngày 18-01-2026"
    heads = [CENTRED.format(words) + CENTRED.format(n) for n in range(2, 9)]
    heads[0] = f"<div style='padding-top:{lower}pt'></div>{heads[0]}"
    assert read_under(heads) == expected(len(heads))


def test_numbers_outside_left_and_right_by_turns():
    """Bộ luật Dân sự 91/2015/QH13, Công báo 1243 + 1244 of 28-12-2015."""
    words = "CÔNG BÁO/Số 1243 + 1244/Ngày 28-12-2015"
    heads = [one_line(words, n, left=n % 2 == 0) for n in range(3, 10)]
    assert read_under(heads) == expected(len(heads))


@pytest.mark.parametrize("two", [False, True], ids=["one line", "two lines"])
def test_an_act_printed_over_several_issues(two):
    """Thông tư 200/2014/TT-BTC, Công báo 281 + 282 to 289 + 290 of 28-02-2015.

    No issue's head stands on as many pages as the rest of the file has.
    """
    heads = []
    for number in range(3, 18):
        issue = 281 + 2 * ((number - 3) // 3)
        words = f"CÔNG BÁO/Số {issue} + {issue + 1}/Ngày 28-02-2015"
        heads.append(
            CENTRED.format(words) + CENTRED.format(number)
            if two
            else one_line(words, number, left=number % 2 == 0)
        )
    assert read_under(heads) == expected(len(heads))


def test_a_foot_that_dashes_its_page():
    """Phụ lục with Quyết định 1445/2002/QĐ-UB of An Giang: "- Trang 5 -".

    angiang.gov.vn/SOKHDT/QDSUA522.doc, its foot in two lines with the issuer's name.
    """
    feet = [
        CENTRED.format("Ủy ban nhân dân tỉnh An Giang")
        + CENTRED.format(f"- Trang {number} -")
        for number in range(1, 7)
    ]
    assert read_under(feet, BOTTOM) == expected(len(feet))


def test_what_is_new_on_each_page_is_no_head():
    """Forms of Nghị định 356/2025/NĐ-CP open alike: Mẫu số 01, Mẫu số 02 …"""
    heads = [
        CENTRED.format(f"Mẫu số {n:02d}") + CENTRED.format("CỘNG HÒA XÃ HỘI CHỦ NGHĨA")
        for n in range(1, 7)
    ]
    found = read_under(heads)
    assert [line for line in found if line.startswith("Mẫu số")] == [
        f"Mẫu số {n:02d}" for n in range(1, 7)
    ]
