import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.vietnamese import speak_text

Y2018 = "năm hai nghìn không trăm mười tám"


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        (
            "Quyết định số 36/2018/QĐ-UBND",
            f"Quyết định số ba mươi sáu {Y2018} của Ủy ban nhân dân",
        ),
        (
            "Quyết định 36/2018/QĐ-UBND",
            f"Quyết định số ba mươi sáu {Y2018} của Ủy ban nhân dân",
        ),
        (
            "theo 36/2018/QĐ\u2013UBND.",
            f"theo Quyết định số ba mươi sáu {Y2018} của Ủy ban nhân dân.",
        ),
        (
            "Luật số 64/2025/QH15",
            "Luật số sáu mươi tư năm hai nghìn không trăm hai mươi lăm"
            " của Quốc hội khóa mười lăm",
        ),
        ("57-NQ/TW", "Nghị quyết số năm mươi bảy của Ban Chấp hành Trung ương"),
        (
            "Hướng dẫn số 291/HD-SKHCN",
            "Hướng dẫn số hai trăm chín mươi mốt của Sở Khoa học và Công nghệ",
        ),
        (
            "01/2013/TTLT-BTC-BKHCN",
            "Thông tư liên tịch số một năm hai nghìn không trăm mười ba"
            " của Bộ Tài chính và Bộ Khoa học và Công nghệ",
        ),
        ("công văn 12/STP-VP", "công văn số mười hai của Sở Tư pháp VP"),
        ("số 5/QĐ-ABC", "Quyết định số năm của ABC"),
    ],
)
def test_document_numbers(text, spoken):
    assert speak_text(text) == spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("ngày 19/4/2018", f"ngày mười chín tháng tư {Y2018}"),
        ("ngày 19 tháng 4 năm 2018", f"ngày mười chín tháng tư {Y2018}"),
        (
            "Từ ngày 25 - 28/01/2021",
            "Từ ngày hai mươi lăm đến hai mươi tám tháng một"
            " năm hai nghìn không trăm hai mươi mốt",
        ),
        ("sáng 19-4-2018", f"sáng ngày mười chín tháng tư {Y2018}"),
        ("tháng 4/2018", f"tháng tư {Y2018}"),
        ("ngày 5/4", "ngày năm tháng tư"),
        ("ngày 10/12/219", "ngày mười tháng mười hai năm hai trăm mười chín"),
        ("8h30", "tám giờ ba mươi phút"),
        ("lúc 8 giờ đến 10 giờ 15", "lúc tám giờ đến mười giờ mười lăm phút"),
    ],
)
def test_dates_and_hours(text, spoken):
    assert speak_text(text) == spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("15%", "mười lăm phần trăm"),
        ("12,05 %", "mười hai phẩy không năm phần trăm"),
        ("12,5 điểm", "mười hai phẩy năm điểm"),
        ("1.000 đồng", "một nghìn đồng"),
        (
            "1.234.567 đồng",
            "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng",
        ),
        ("hơn 600 người, 03 lớp", "hơn sáu trăm người, ba lớp"),
        ("đạt 24/25", "đạt hai mươi tư trên hai mươi lăm"),
        ("mục 1.5", "mục một chấm năm"),
        ("gọi 0912 345 678", "gọi không chín một hai ba bốn năm sáu bảy tám"),
        ("Chương IV, quý II", "Chương bốn, quý hai"),
        ("Điều 15đ", "Điều mười lăm đê"),
        ("điểm d và điểm đ", "điểm dê và điểm đê"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
    ],
)
def test_quantities_labels_and_abbreviations(text, spoken):
    assert speak_text(text) == spoken


@pytest.mark.parametrize(
    "text",
    ["khổ A4, mạng 5G", "https://example.vn/a/2", "Không có số nào.", "", "1" * 60],
)
def test_what_is_not_understood_is_left_to_the_voice(text):
    assert speak_text(text) == text


def test_issuers_can_be_given():
    assert (
        speak_text("9/QĐ-XYZ", {"XYZ": "Viện Mẫu"}) == "Quyết định số chín của Viện Mẫu"
    )


pieces = st.lists(
    st.sampled_from(
        ["٣", "36",
         "/", "2018", "QĐ", "-", "UBND", "%", ".", ",", " ", "Điều", "đ", "h",
         "ngày ", "tháng ", "0", "15", "số ", "Chương ", "IV", "QH", "999999999999999"]
    ),
    max_size=14,
)  # fmt: skip


@given(pieces.map("".join) | st.text())
def test_any_text_can_be_spoken(text):
    assert isinstance(speak_text(text), str)


@given(st.integers(0, 10**12 - 1))
def test_no_digit_is_left_of_a_plain_number(number):
    assert not any(map(str.isdigit, speak_text(f"có {number} người")))
