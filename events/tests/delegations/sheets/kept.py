"""Twelve lists held back until the reader was done."""

from events.tests.delegations.sheets.build import OfficeList

ANH, BAY, CAM = "Triệu Mùi Anh", "Đàm Văn Bảy", "Vi Thị Hồng Cẩm"
Q1, Q2, Q3 = "0987654301", "0987654302", "0987654303"
THREE = ((ANH, Q1), (BAY, Q2), (CAM, Q3))
TWO = THREE[:2]

LISTS = (
    OfficeList(
        "can-bo-cong-chuc",
        (
            ("ĐẢNG ỦY PHƯỜNG THỤC PHÁN",),
            ("VĂN PHÒNG",),
            (),
            ("DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC",),
            (
                "STT",
                "Họ và tên cán bộ",
                "Chức vụ/Vị trí việc làm",
                "Số ĐTDĐ",
                "Ký nhận",
            ),
            (1, ANH, "Chánh Văn phòng", Q1, None),
            (2, BAY, "Chuyên viên", Q2, None),
            (3, CAM, "Chuyên viên", Q3, None),
            ("Tổng cộng: 03 đồng chí",),
        ),
        THREE,
        merged=("A4:E4", "A9:E9"),
    ),
    OfficeList(
        "ho-chu-dem",
        (
            ("Stt", "Họ, chữ đệm", "Tên", "Nam", "Nữ", "Đơn vị", "Số di động"),
            (1, "Triệu Mùi", "Anh", None, "x", "Phòng KH&CN", Q1),
            (2, "Đàm Văn", "Bảy", "x", None, "Phòng KH&CN", Q2),
            (3, "Vi Thị Hồng", "Cẩm", None, "x", "Phòng KH&CN", Q3),
        ),
        THREE,
    ),
    OfficeList(
        "ngay-sinh-hai-dong",
        (
            ("DANH SÁCH HỌC VIÊN",),
            ("TT", "HỌ VÀ TÊN", None, "NĂM SINH", None, "SỐ ĐIỆN THOẠI"),
            (None, None, None, "Nam", "Nữ", None),
            (1, "Triệu Mùi", "Anh", None, 1988, Q1),
            (2, "Đàm Văn", "Bảy", 1979, None, Q2),
        ),
        TWO,
        merged=("A1:F1", "A2:A3", "B2:C3", "D2:E2", "F2:F3"),
    ),
    OfficeList(
        "ten-dai-bieu",
        (
            ("Số TT", "Họ tên đại biểu", "Chức danh", "Cơ quan", "Điện thoại/Zalo"),
            (1, ANH, "Phó Giám đốc", "Trung tâm Y tế", Q1),
            (2, BAY, "Dược sĩ", "Trung tâm Y tế", Q2),
        ),
        TWO,
    ),
    OfficeList(
        "so-khong-mat",
        (
            ("STT", "Họ và tên", "Chức vụ", "Số máy"),
            (1, ANH, "Hiệu trưởng", 987654301),
            (2, BAY, "Giáo viên", 987654302),
            (None, None, None, None),
            ("Danh sách gồm 02 người./.",),
            (None, None, "HIỆU TRƯỞNG", None),
            (None, None, ANH, None),
        ),
        TWO,
    ),
    OfficeList(
        "ten-va-ho-nguoc",
        (
            ("STT", "Tên", "Họ đệm", "Điện thoại"),
            (1, "Anh", "Triệu Mùi", Q1),
            (2, "Bảy", "Đàm Văn", Q2),
        ),
        TWO,
    ),
    OfficeList(
        "ho-ten-csv-tab",
        (
            ("TT", "Họ", "Tên đệm", "Tên", "Điện thoại di động"),
            ("1", "Triệu", "Mùi", "Anh", Q1),
            ("2", "Vi", "Thị Hồng", "Cẩm", Q3),
        ),
        ((ANH, Q1), (CAM, Q3)),
        divider="\t",
    ),
    OfficeList(
        "gop-o-csv",
        (
            ("DANH SÁCH ĐĂNG KÝ", "", "", "", ""),
            ("STT", "Họ và tên", "", "Chức vụ", "SĐT liên hệ"),
            ("1", "Triệu Mùi", "Anh", "Kế toán", Q1),
            ("2", "Đàm Văn", "Bảy", "Thủ quỹ", Q2),
            ("", "Cộng: 2 người", "", "", ""),
        ),
        TWO,
        divider=",",
    ),
    OfficeList(
        "an-hai-dong",
        (
            ("STT", "Họ và tên", "Chức vụ", "Số điện thoại"),
            (1, ANH, "Trưởng thôn", Q1),
            (2, "Hà Đã Chuyển", "Phó thôn", "0987654398"),
            (3, "Hà Đã Nghỉ", "Phó thôn", "0987654399"),
            (4, BAY, "Trưởng thôn", Q2),
        ),
        TWO,
        hidden=(3, 4),
    ),
    OfficeList(
        "mot-nua-ten",
        (
            ("STT", "Tên", "Thôn", "Số điện thoại"),
            (1, "Anh", "Nà Rì", Q1),
            (2, "Bảy", "Nà Rì", Q2),
            (3, "Cẩm", "Lũng Nọi", Q3),
        ),
        None,
    ),
    OfficeList(
        "hai-so-dien-thoai",
        (
            ("STT", "Họ và tên", "Điện thoại", "Di động"),
            (1, ANH, "02063852001", Q1),
            (2, BAY, "02063852001", Q2),
        ),
        None,
    ),
    OfficeList(
        "danh-cho-giao-vien",
        (
            ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",),
            ("Stt", "Họ và tên giáo viên", "Tên", "Trường", "Số điện thoại", "E-mail"),
            (1, ANH, "Anh", "TH Bế Văn Đàn", Q1, None),
            (2, BAY, "Bảy", "TH Bế Văn Đàn", Q2, None),
            (3, CAM, "Cẩm", "TH Bế Văn Đàn", Q3, None),
        ),
        THREE,
    ),
)
