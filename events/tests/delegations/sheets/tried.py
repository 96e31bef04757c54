"""Twelve lists the reader was written with."""

from events.tests.delegations.sheets.build import OfficeList

AN, BINH, CHI = "Nguyễn Văn An", "Nông Thị Bình", "Hoàng Kim Chi"
P1, P2, P3 = "0912345601", "0912345602", "0912345603"
THREE = ((AN, P1), (BINH, P2), (CHI, P3))
TWO = THREE[:2]
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",)

LISTS = (
    OfficeList(
        "ho-dem-va-ten",
        (
            ("UBND XÃ NGUYÊN BÌNH", None, None, NATION[0]),
            ("DANH SÁCH CÁN BỘ THAM DỰ TẬP HUẤN",),
            ("STT", "Họ đệm", "Tên", "Chức vụ", "Số điện thoại", "Ghi chú"),
            (1, "Nguyễn Văn", "An", "Chủ tịch", P1, None),
            (2, "Nông Thị", "Bình", "Công chức", P2, None),
            (3, "Hoàng Kim", "Chi", "Văn thư", P3, None),
        ),
        THREE,
        merged=("A2:F2",),
    ),
    OfficeList(
        "ho-va-ten-tren-hai-cot",
        (
            ("DANH SÁCH ĐẠI BIỂU",),
            (),
            ("TT", "Họ và tên", None, "Chức vụ", "Điện thoại"),
            (1, "Nguyễn Văn", "An", "Trưởng phòng", P1),
            (2, "Nông Thị", "Bình", "Chuyên viên", P2),
            (3, "Hoàng Kim", "Chi", "Chuyên viên", P3),
        ),
        THREE,
        merged=("A1:E1", "B3:C3"),
    ),
    OfficeList(
        "ho-ten-hai-dong",
        (
            ("TT", "Họ và tên", None, "Liên hệ", None, "Ghi chú"),
            (None, "Họ", "Tên", "Di động", "Email", None),
            (1, "Nguyễn Văn", "An", P1, "an@example.vn", None),
            (2, "Nông Thị", "Bình", P2, None, None),
        ),
        TWO,
        merged=("A1:A2", "B1:C1", "D1:E1", "F1:F2"),
    ),
    OfficeList(
        "ho-va-ten-canh-ten",
        (
            ("STT", "Họ và tên", "Tên", "Chức danh", "ĐTDĐ"),
            (1, AN, "An", "Giáo viên", P1),
            (2, BINH, "Bình", "Giáo viên", P2),
        ),
        TWO,
    ),
    OfficeList(
        "hoc-vien-zalo",
        (
            ("DANH SÁCH HỌC VIÊN LỚP CHUYỂN ĐỔI SỐ",),
            ("STT", "Họ và tên học viên", "Đơn vị công tác", "Số điện thoại (Zalo)"),
            (1, AN, "Trường THCS Quang Long", P1),
            (2, BINH, "Trường THCS Quang Long", P2),
        ),
        TWO,
        merged=("A1:D1",),
    ),
    OfficeList(
        "lien-he-va-chu-ky",
        (
            ("TT", "Họ tên", "Chức vụ", "Điện thoại liên hệ"),
            (1, AN, "Bí thư", P1),
            (2, BINH, "Phó Bí thư", P2),
            (None, "Tổng số: 02 người", None, None),
            (None, None, None, "Nguyên Bình, ngày 12 tháng 3 năm 2026"),
            (None, "NGƯỜI LẬP BIỂU", None, "THỦ TRƯỞNG ĐƠN VỊ"),
            (None, "(Ký, ghi rõ họ tên)", None, "(Ký tên, đóng dấu)"),
            (None, "Lý Thị Dung", None, "Bế Văn Đức"),
        ),
        TWO,
    ),
    OfficeList(
        "dong-an",
        (
            ("STT", "Họ và tên", "Di động"),
            (1, AN, P1),
            (2, "Lê Thôi Việc", "0912345699"),
            (3, BINH, P2),
        ),
        TWO,
        hidden=(3,),
    ),
    OfficeList(
        "ho-lot-csv",
        (
            ("STT", "Họ lót", "Tên", "Ngày sinh", "SĐT"),
            ("1", "Nguyễn Văn", "An", "01/02/1980", P1),
            ("2", "Nông Thị", "Bình", "03/04/1985", P2),
        ),
        TWO,
        divider=";",
    ),
    OfficeList(
        "ho-va-ten-dem-csv",
        (
            ("Mã cán bộ", "Họ và tên đệm", "Tên", "Email", "Số điện thoại liên hệ"),
            ("CB01", "Nguyễn Văn", "An", "an@example.vn", P1),
            ("CB02", "Nông Thị", "Bình", "binh@example.vn", P2),
        ),
        TWO,
        divider=",",
    ),
    OfficeList(
        "chi-ten",
        (
            ("STT", "Tên", "Điện thoại"),
            (1, "An", P1),
            (2, "Bình", P2),
        ),
        None,
    ),
    OfficeList(
        "cot-la",
        (
            ("STT", "Danh tính", "Nơi làm", "Gọi số"),
            (1, AN, "Xã Quang Long", P1),
            (2, BINH, "Xã Quang Long", P2),
        ),
        None,
    ),
    OfficeList(
        "so-cot",
        (
            ("Phụ lục kèm theo Công văn số 12/CV-UBND",),
            ("TT", "Họ, tên và chữ đệm", "Chức vụ, đơn vị", "Điện thoại DĐ"),
            ("(1)", "(2)", "(3)", "(4)"),
            (1, AN, "Chủ tịch UBND xã", P1),
            (2, BINH, "Công chức VH-XH", P2),
        ),
        TWO,
    ),
)
