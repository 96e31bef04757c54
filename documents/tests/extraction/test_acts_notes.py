"""Footnotes as real files print them: their numbers leave the sentence.

Each text names the file and where it was seen.
"""

import pytest

from documents.tests.extraction.printed_pages import (
    foot,
    joined,
    read_pages,
    set_in_lines,
)

# Báo cáo tình hình thực hiện nhiệm vụ kế hoạch năm 2004 of the Ministry of Planning, as
# printed in mpi.gov.vn/Bangbieu/1ADDZ_Ke_hoach_2005__QH_lan_6_25-10.pdf (transcript:
# github.com/TrizenX/viparse-corpus): behind a per cent sign, an abbreviation, a space.
REPORT = [
    """(6) Tổng thu ngân sách nhà nước đạt 166,9 nghìn tỷ đồng, vượt 11,8% dự toán
    năm, bằng 23,5% GDP^1^ và tăng 17,4% so với thực hiện năm 2003;""",
    """công nghiệp tiếp tục tăng khá (15,6%), vượt kế hoạch đề ra, trong đó tốc độ giá
    trị tăng thêm đạt 10,6%^2^, cao nhất từ nhiều năm nay, đã góp phần vào tăng trưởng
    chung của nền kinh tế.""",
    """trưởng kinh tế, từng bước nâng cao chất lượng và hiệu quả tăng trưởng ^3^.""",
    "Đã có 6 mặt hàng đã đạt kim ngạch xuất khẩu trên 1 tỷ USD^4^.",
    """trị sản xuất đạt cao, nhưng giá trị gia tăng thấp so với kế hoạch ^9^. Trong
    ngành công nghiệp, mức chênh lệch vẫn còn lớn^10^. Ngành công nghiệp chế biến""",
]
# Văn bản hợp nhất 10/2026/VBHN-NĐ-BNV of the Ministry of Home Affairs, 14 August 2026,
# page 1 of its PDF (text layer: evaluation notes of a legal question answerer, GitHub).
HOME_AFFAIRS = [
    "Căn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025;",
    "Theo đề nghị của Bộ trưởng Bộ Nội vụ^1^;",
    """Chính phủ ban hành Nghị định quy định về tuyển dụng, sử dụng và quản lý công
    chức.""",
]
# Chương trình with Quyết định 256/2004/QĐ-UB of Cần Thơ: a measure, no note.
MEASURES = [
    "25,9 tấn lúa và điều chỉnh 717.130 m^2^ đất.",
    "Diện tích rừng 3 km^2^, lượng khí thải 10^6^ tấn.",
]


def without_marks(lines: list[str]) -> list[str]:
    """The lines of a page as they read without their notes' numbers."""
    found = [joined(line) for line in lines]
    for number in ("1", "2", "3", "4", "9", "10"):
        found = [
            line.replace(f" ^{number}^", "").replace(f"^{number}^", "")
            for line in found
        ]
    return found


@pytest.mark.parametrize(
    "act", [REPORT, HOME_AFFAIRS], ids=["Bộ KHĐT 2004", "10/2026/VBHN-NĐ-BNV"]
)
def test_numbers_of_notes_that_stand_elsewhere_leave_the_sentence(act):
    assert read_pages(set_in_lines(*act)) == without_marks(act)


def test_measures_keep_their_digits():
    plain = [line.replace("^", "") for line in MEASURES]
    assert read_pages(set_in_lines(*MEASURES)) == plain


# The notes of that report, pages 2 and 3: "3Chất lượng" without a space, a second line.
REPORT_NOTES = [
    """^1^ GDP theo giá hiện hành năm 2004 ước khoảng 708 - 710 nghìn tỷ đồng, bình quân
    đầu người vào khoảng 545 USD.""",
    "^2^ Công nghiệp và xây dựng tăng 10,2%, trong đó công nghiệp tăng 10,7%.",
    """^3^Chất lượng tăng trưởng đã được cải thiện, thể hiện ở đóng góp của yếu tố tiến
    bộ khoa học công nghệ, quản lý vào tăng trưởng GDP hàng năm.""",
    "^4^ Dầu thô (5,1 tỷ USD), dệt may (4,1 tỷ), thủy sản (2,4 tỷ).",
]


def test_notes_at_the_foot_are_called_where_they_are():
    found = read_pages(set_in_lines(*REPORT[:4]) + foot(*REPORT_NOTES))
    marked = [joined(line) for line in REPORT[:4]]
    for number in "1234":
        marked = [line.replace(f"^{number}^", f"[{number}]") for line in marked]
    notes = [joined(note).replace("^", "") for note in REPORT_NOTES]
    assert found[:4] == marked
    assert found[4:] == [f"[{note[0]}] {note[1:].strip()}" for note in notes]


# Bộ luật Lao động 45/2019/QH14 as consolidated: its note has a number in its line, not
# raised ("2 Điểm này được sửa đổi", seen in a reader of consolidated texts on GitHub).
# The words are of 27/VBHN-NHNN of the State Bank, 2025.
LABOUR_CODE = [
    "d) Có quy định về quản lý nhằm đảm bảo tuân thủ các giới hạn, tỷ lệ an toàn^2^;",
    "đ) Các quy định khác theo quy định của pháp luật.",
]
PLAIN_NOTE = """2 Khoản này được sửa đổi theo quy định tại Điều 1 của Thông tư số
37/2025/TT-NHNN sửa đổi, bổ sung một số điều, có hiệu lực kể từ ngày 15/12/2025."""
FILLER = [
    "Các tổ chức tín dụng thực hiện theo quy định của Ngân hàng Nhà nước."
] * 9  # fmt: skip


def test_a_note_whose_number_is_not_raised_is_told_by_its_call():
    found = read_pages(set_in_lines(*LABOUR_CODE, *FILLER) + foot(PLAIN_NOTE))
    assert found[0].endswith("tỷ lệ an toàn[2];")
    assert found[-1] == f"[2] {joined(PLAIN_NOTE)[2:]}"


def test_small_lines_that_nothing_calls_are_no_notes():
    """The same page without the call, and a form's line in its place (invented)."""
    found = read_pages(set_in_lines(*FILLER) + foot("2 bản chính, 1 bản sao."))
    assert found[-1] == "2 bản chính, 1 bản sao."
