"""Which words serve in place of a picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.images.alt_text import MAX_LENGTH, AltProblem, problem


@pytest.mark.parametrize(
    "alt", [None, "", "   ", "\u00a0\n", "...", "–", '""', "* * *", "\u200b"]
)
def test_nothing_is_no_alt_text(alt):
    assert problem(alt) is AltProblem.EMPTY


@pytest.mark.parametrize(
    "alt",
    [
        r"Description: C:\Users\Admin\AppData\Local\INetCache\IE\SK1.jpg",
        r"C:\Users\DELL\Desktop\anh.png",
        "d:/anh/hop.jpg",
        r"\\may-chu\chung\anh 1.png",
        "/home/admin/anh.jpg",
        "file:///tmp/x.png",
        "https://vi-du.vn/uploads/anh.png",
        "data:image/png;base64,AAAA",
        "INetCache Content.Word",
    ],
)
def test_a_path_or_address_is_no_alt_text(alt):
    assert problem(alt) is AltProblem.PATH


@pytest.mark.parametrize(
    "alt",
    [
        "SK1.png",
        "SK1",
        "x.jpg",
        "IMG_2033",
        "IMG_20210125_083000.jpg",
        "IMG-20210125-WA0001",
        "DSC04211",
        "DSCN 0012",
        "z2303319703138_f86c2ab0c3c0f5f0a9b1",
        "z2303319703138",
        "20210125_083000",
        "Ảnh hội nghị 1.JPG",
        "hội nghị Hữu Lũng.jpeg",
        "Screenshot 2021-01-25 at 08.30.00",
        "unnamed (1)",
        "download",
        "a1b2c3d4e5f60718",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "anh_hoi_nghi_02",
        "Description: hop",
    ],
)
def test_a_file_name_is_no_alt_text(alt):
    assert problem(alt) is AltProblem.FILE_NAME


@pytest.mark.parametrize(
    "alt",
    [
        "Ảnh 1",
        "ẢNH 01",
        "Anh",
        "Hình 2.",
        "Hình số 3",
        "image 3",
        "image001",
        "Picture1",
        "Figure 12:",
        "Hình minh họa",
        "Hình minh hoạ 2",
        "ảnh đại diện",
        "Sơ đồ 1",
    ],
)
def test_a_number_tells_nothing(alt):
    assert problem(alt) is AltProblem.NUMBERED


@pytest.mark.parametrize(
    "alt",
    [
        "Đại biểu ghi phiếu học tập trong hội trường huyện Hữu Lũng",
        "Hình vẽ minh họa: hội trường nhìn từ cuối phòng",
        "Ảnh chụp báo cáo viên Lưu Bá Mạc đứng bên màn chiếu",
        "Sơ đồ 3 bước nộp hồ sơ: viết mô tả, xin xác nhận, gửi về Sở",
        "Biểu đồ 12 tháng: số sáng kiến tăng từ 40 lên 95",
        "Video hướng dẫn được chiếu trên màn hình lớn",
        "Panorama thành phố Lạng Sơn nhìn từ núi Tô Thị",
        "Quyết định 36/2018/QĐ-UBND trên bàn chủ tọa",
        "Bìa tập tài liệu. Dòng chữ lớn: Sổ tay sáng kiến",
        "Năm 2021",
    ],
)
def test_a_description_passes(alt):
    assert problem(alt) is None


def test_the_caption_said_again_is_found_whatever_its_marks():
    caption = "Toàn cảnh hội nghị tại huyện Văn Quan."
    assert problem("toàn  cảnh Hội nghị tại huyện Văn Quan", caption=caption) is (
        AltProblem.SAME_AS_CAPTION
    )
    assert problem("Toan canh hoi nghi tai huyen Van Quan", caption=caption) is (
        AltProblem.SAME_AS_CAPTION
    )
    assert problem("Hơn hai trăm người ngồi kín hội trường", caption=caption) is None


def test_the_title_said_again_is_found():
    title = "Hội nghị phổ biến sáng kiến tại ba huyện"
    assert problem(title, title=title) is AltProblem.SAME_AS_TITLE


def test_the_stored_name_said_again_is_found():
    assert problem("lop tap huan", filename="original_images/lop-tap-huan.jpg") is (
        AltProblem.FILE_NAME
    )
    # The same words with their marks were written by a person.
    assert problem("Lớp tập huấn", filename="lop-tap-huan.jpg") is None


def test_length_has_an_end():
    assert problem("đ" * MAX_LENGTH) is None
    assert problem("đ" * (MAX_LENGTH + 1)) is AltProblem.TOO_LONG


@given(st.text(max_size=400), st.text(max_size=50), st.text(max_size=50))
def test_any_text_gets_an_answer(alt, caption, filename):
    assert problem(alt, caption=caption, filename=filename) in {None, *AltProblem}


@given(st.text(alphabet="abcđeêưỹ 0123456789_-./\\:()", min_size=1, max_size=60))
def test_a_name_with_an_extension_never_passes(stem):
    assert problem(f"{stem}.jpg") is not None
