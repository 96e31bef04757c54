"""Questions that ask for more than a seat needs are noticed; others are let be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models.personal_matters import Matter, personal_matters

ASKING = {
    "Số CCCD": Matter.IDENTITY,
    "Số căn cước công dân (12 số)": Matter.IDENTITY,
    "CMND/Hộ chiếu": Matter.IDENTITY,
    "Mã số bảo hiểm": Matter.IDENTITY,
    "Ngày sinh": Matter.BIRTH,
    "Ngày, tháng, năm sinh": Matter.BIRTH,
    "Sinh năm bao nhiêu?": Matter.BIRTH,
    "Địa chỉ nhà": Matter.HOME,
    "Nơi ở hiện nay": Matter.HOME,
    "Hộ khẩu thường trú": Matter.HOME,
    "QUÊ QUÁN": Matter.HOME,
    "Dân tộc": Matter.ORIGIN,
    "Tôn giáo": Matter.BELIEF,
    "Bạn có phải đảng viên không?": Matter.BELIEF,
    "Tình trạng sức khỏe": Matter.HEALTH,
    "Bạn có bệnh gì cần lưu ý?": Matter.HEALTH,
    "Số tài khoản để chuyển tiền": Matter.MONEY,
    "Tình trạng hôn nhân": Matter.FAMILY,
    "Ảnh chân dung 3x4": Matter.IDENTITY,
    "Ảnh thẻ 3×4 nền trắng": Matter.IDENTITY,
    "Ảnh 4x6": Matter.IDENTITY,
    "Gửi ảnh chụp mặt trước thẻ": Matter.IDENTITY,
    "Số định danh cá nhân (VNeID)": Matter.IDENTITY,
    "Giấy tờ tùy thân": Matter.IDENTITY,
    "Số C.C.C.D": Matter.IDENTITY,
    "so cmtnd 9 so": Matter.IDENTITY,
    "Passport number": Matter.IDENTITY,
    "Hộ chiếu (nếu có)": Matter.IDENTITY,
    "Chứng minh thư nhân dân": Matter.IDENTITY,
    "THẺ CĂN CƯỚC": Matter.IDENTITY,
    "Bằng lái xe hạng mấy?": Matter.IDENTITY,
    "Dấu vân tay": Matter.BODY,
    "dia chi nha rieng": Matter.HOME,
    "nga\u0300y sinh": Matter.BIRTH,
}
HARMLESS = (
    "Bạn đã từng nộp hồ sơ sáng kiến chưa?",
    "Địa chỉ cơ quan",
    "Bệnh viện, trạm y tế nơi bạn làm việc",
    "Ban Dân tộc có cử người dự không?",
    "Sinh hoạt chuyên môn mấy buổi một tháng?",
    "Có đi xe ô tô không?",
    "Ảnh minh họa sáng kiến của đơn vị",
    "Căn cứ pháp lý bạn muốn trao đổi",
    "Minh chứng kèm theo sáng kiến",
    "Thẻ nhớ hoặc USB có sẵn không?",
    "Số hồ sơ sáng kiến",
    "Hiệu quả đã được chứng minh chưa?",
    "Ngày đến",
    "Nơi làm việc",
    "Điều bạn muốn hỏi báo cáo viên",
    "Suất ăn chay",
    "",
)


@pytest.mark.parametrize(("label", "matter"), ASKING.items(), ids=ASKING)
def test_a_question_for_personal_matters_is_noticed(label, matter):
    assert matter in personal_matters(label)


@pytest.mark.parametrize("label", HARMLESS)
def test_an_ordinary_question_is_let_be(label):
    assert personal_matters(label) == []


def test_hint_and_choices_are_read_too():
    assert personal_matters("Khác", "Ghi số CCCD", "") == [Matter.IDENTITY]


@given(st.lists(st.text(), max_size=3))
def test_any_text_has_an_answer(texts):
    found = personal_matters(*texts)
    assert len(found) == len(set(found))
