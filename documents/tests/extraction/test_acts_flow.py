"""Paragraphs of real acts, in the lines they were printed in or truly shaped.

Each text names its act and where it was seen; the transcripts of the files of
ministries and provinces of 2002 to 2008 are those of github.com/TrizenX/viparse-corpus.
"""

import pytest

from documents.extraction.paragraphs import is_marker
from documents.tests.extraction.printed_pages import (
    FULL,
    foot,
    joined,
    read_pages,
    set_in_lines,
)

BOTH = pytest.mark.parametrize("indent", [True, False], ids=["indented", "flush"])

# Quyết định 115/2004/QĐ-TTg of 25 June 2004, as printed in mpi.gov.vn/Bangbieu/
# 19412_QD115.04TTg_BLTch_DNNVV.pdf: what it puts in opens with a quotation mark.
DECISION_115 = [
    """Điều 1. Sửa đổi, bổ sung một số điều của Quy chế thành lập, tổ chức và hoạt
    động của Quỹ bảo lãnh tín dụng cho doanh nghiệp nhỏ và vừa ban hành kèm theo
    Quyết định số 193/2001/QĐ-TTg ngày 20 tháng 12 năm 2001 của Thủ tướng Chính
    phủ như sau:""",
    "1. Điểm a khoản 1, Điều 3 được sửa đổi như sau:",
    '"a) Vốn cấp của ngân sách tỉnh, thành phố trực thuộc Trung ương";',
    "2. Điều 13 được sửa đổi như sau:",
    """"Điều 13. Ban điều hành Quỹ bảo lãnh tín dụng gồm Giám đốc, các Phó Giám
    đốc và một số cán bộ chuyên môn giúp việc.""",
    """Giám đốc là người đại diện pháp nhân của Quỹ bảo lãnh tín dụng, chịu trách
    nhiệm trước Hội đồng quản lý và trước pháp luật về toàn bộ hoạt động của Quỹ bảo
    lãnh tín dụng. Nhiệm vụ và quyền hạn của Giám đốc Quỹ bảo lãnh tín dụng thực hiện
    theo Điều lệ Quỹ.""",
    """1. Uỷ thác cho Quỹ hỗ trợ phát triển thực hiện điều hành tác nghiệp Quỹ bảo
    lãnh tín dụng theo hợp đồng ủy thác và do Hội đồng quản lý Quỹ bảo lãnh tín dụng
    quyết định.""",
    "Điều 2. Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.",
]

# Nghị định 109/2004/NĐ-CP of 2 April 2004, as printed in mpi.gov.vn/Bangbieu/
# 1E499_ND109veDKKD…pdf: "Điều 5-", wraps before "86/2002", "12 Nghị định", "30%".
DECREE_109 = [
    """chứng nhận đăng ký kinh doanh của hộ kinh doanh cá thể trong bất kỳ trường
    hợp nào khác ngoài các trường hợp quy định tại khoản này.""",
    """Điều 6- Nhiệm vụ, quyền hạn, trách nhiệm của Bộ Kế hoạch và Đầu tư
    về đăng ký kinh doanh""",
    """Luật và giải quyết theo quy định tại các khoản 3, 4, 5 Điều 13 Nghị định số
    86/2002/NĐ-CP ngày 05 tháng 11 năm 2002 của Chính phủ quy định chức
    năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ, cơ quan ngang Bộ.""",
    "Điều 11. Các vấn đề khác liên quan đến đặt tên doanh nghiệp",
    """1. Căn cứ quy định tại Chương này, trong thời hạn ba tháng kể từ khi
    Nghị định này có hiệu lực Phòng đăng ký kinh doanh cấp tỉnh tập hợp danh
    mục doanh nghiệp trùng tên.""",
    """Phòng đăng ký kinh doanh cấp tỉnh không được yêu cầu người thành lập
    doanh nghiệp nộp thêm bất kỳ giấy tờ nào khác ngoài hồ sơ quy định tại Điều
    12 Nghị định này đối với từng loại hình doanh nghiệp.""",
    """của công ty nếu tổng số cổ phần của các cổ đông nước ngoài chưa vượt quá
    30% tổng số cổ phần được quyền phát hành của công ty.""",
]

# Bản Quy định with Quyết định 522/2002/QĐ-UB of An Giang, 7 March 2002, from
# angiang.gov.vn/SOKHDT/QDINHUUDAI522.doc: headings of a full line, points "a.", "b.".
REGULATION_522 = [
    f"Điều 8. Việc góp vốn và thẩm quyền quyết định việc góp vốn của Nhà nước{FULL}",
    """1. Nhà nước góp vốn vào các doanh nghiệp, đặc biệt ưu tiên các doanh nghiệp
    đóng tại địa bàn các huyện Tri Tôn, Tịnh Biên, An Phú.""",
    f"Điều 10. Khuyến khích và hỗ trợ phát triển các loại dịch vụ hỗ trợ đầu tư{FULL}",
    "a) Tư vấn đầu tư, tư vấn quản lý, tư vấn chuyển giao công nghệ; dạy nghề;",
    "2. Hỗ trợ về đầu tư xây dựng các công trình hạ tầng:",
    f"""a. Được Nhà nước đầu tư từ ngân sách để đầu tư xây dựng hệ thống hạ tầng kỹ
    thuật ngoài phạm vi dự án và các công trình hạ tầng xã hội thiết yếu.{FULL}""",
    """b. Nếu ngân sách Nhà nước chưa cân đối kịp vốn đầu tư các công trình trên thì
    chủ đầu tư được sử dụng các nguồn vốn khác để đầu tư trước.""",
]

# Quy định with Quyết định 05/2006/QĐ-UBND of Cà Mau, 25 January 2006, from
# camau.gov.vn/upload/lawdata/quydinhkiemtra02.doc: a title over its full width, "a.".
REGULATION_05 = [
    f"CƠ SỞ VẬT CHẤT, PHƯƠNG TIỆN VÀ KINH PHÍ HOẠT ĐỘNG{FULL}",
    """Điều 18. Đội kiểm tra 814 cấp tỉnh có văn phòng tại Văn phòng Thanh tra Sở Văn
    hóa thông tin.""",
    f"""1. Thẻ kiểm tra được cấp cho các thành viên của đội 814, theo quy định thống
    nhất do UBND tỉnh quy định.{FULL}""",
    f"""a. Thẻ kiểm tra của các Đội kiểm tra 814 cấp tỉnh do Chủ tịch UBND tỉnh
    cấp.{FULL}""",
    """b. Thẻ kiểm tra của các Đội kiểm tra 814 cấp huyện, thành phố do Chủ tịch UBND
    huyện, thành phố cấp.""",
]

# Chương trình with Quyết định 256/2004/QĐ-UB of Cần Thơ, 1 July 2004, from
# cantho.gov.vn, QD 256.doc: parts counted "I-" below a line that fills the page.
PROGRAMME_256 = [
    f"""chính “một cửa” tại các cơ quan hành chính nhà nước thuộc thành phố Cần Thơ,
    cụ thể như sau:{FULL}""",
    """I- Đánh giá kết quả thực hiện cải cách hành chính theo Nghị quyết số 38/CP ngày
    04/5/1994 của Chính phủ:""",
    "1. Những kết quả đạt được:",
]


@BOTH
@pytest.mark.parametrize(
    "act",
    [DECISION_115, DECREE_109, REGULATION_522, REGULATION_05, PROGRAMME_256],
    ids=["115/2004/QĐ-TTg", "109/2004/NĐ-CP", "522/2002/QĐ-UB", "05/2006/QĐ-UBND",
         "256/2004/QĐ-UB"],
)  # fmt: skip
def test_an_act_keeps_its_paragraphs(act, indent):
    assert read_pages(set_in_lines(*act, indent=indent)) == [joined(one) for one in act]


@BOTH
def test_a_heading_at_the_end_of_a_page_keeps_its_first_clause_below(indent):
    """Điều 11 and Điều 8 as above, their clauses on the next page."""
    pages = [DECREE_109[:4], DECREE_109[4:6]], [REGULATION_522[:1], REGULATION_522[1:]]
    for first, second in pages:
        found = read_pages(
            set_in_lines(*first, indent=indent), set_in_lines(*second, indent=indent)
        )
        assert found == [joined(one) for one in first + second]


# Bộ luật Hình sự 100/2015/QH13 as consolidated by the office of the National Assembly:
# the numbers of its provisions call notes, on the page or at the end of the file.
CODE = [
    "Điều 173.^5^ Tội trộm cắp tài sản",
    f"""1.^6^ Người nào trộm cắp tài sản của người khác trị giá từ 2.000.000 đồng^7^ đến
    dưới 50.000.000 đồng:{FULL}""",
    f"""a)^8^ Đã bị xử phạt vi phạm hành chính về hành vi chiếm đoạt tài sản mà còn vi
    phạm;{FULL}""",
    f"Điều 217a.^9^ Tội vi phạm quy định về kinh doanh theo phương thức đa cấp{FULL}",
    "1.^10^ Người nào tổ chức hoạt động kinh doanh theo phương thức đa cấp",
]
NUMBERS = ("5", "6", "7", "8", "9", "10")


@BOTH
@pytest.mark.parametrize("noted", [True, False], ids=["noted", "bare"])
def test_a_provision_whose_number_calls_a_note_opens_its_line(indent, noted):
    notes = foot(*(f"^{number}^ Khoản này được sửa đổi." for number in NUMBERS))
    found = read_pages(set_in_lines(*CODE, indent=indent) + (notes if noted else ""))
    expected = [joined(one) for one in CODE]
    for number in NUMBERS:
        mark = f"[{number}]" if noted else ""
        expected = [line.replace(f"^{number}^", mark) for line in expected]
    assert found[: len(CODE)] == expected


@pytest.mark.parametrize(
    "line",
    ["Điều 1 . Phạm vi điều chỉnh.", "Điều 6- Nhiệm vụ, quyền hạn của Bộ",
     "g). Tên của doanh nghiệp yêu cầu", "a. Dự án đầu tư vào các khu công nghiệp",
     "I- Đánh giá kết quả thực hiện", "a)[8] Đã bị xử phạt vi phạm", "1.[6] Người nào"],
    ids=["05/2006/QĐ-UBND Cà Mau", "109/2004/NĐ-CP", "109/2004/NĐ-CP, g",
         "522/2002/QĐ-UB An Giang", "256/2004/QĐ-UB Cần Thơ", "100/2015/QH13",
         "100/2015/QH13, 1"],
)  # fmt: skip
def test_markers_as_acts_write_them(line):
    assert is_marker(line)


@pytest.mark.parametrize(
    "line",
    ["86/2002/NĐ-CP ngày 05 tháng 11 năm 2002", "12 Nghị định này đối với từng loại",
     "30% tổng số cổ phần được quyền phát hành", "m. Phía bắc giáp huyện Tràng Định",
     "Điều 5 - 7 của Quy định này", "2-3 năm", "a.5 của Phụ lục"],
)  # fmt: skip
def test_what_only_looks_like_a_marker(line):
    assert not is_marker(line)
