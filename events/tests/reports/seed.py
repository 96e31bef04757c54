"""The page of January 2021 as the department's old portal had it, and its facts.

The text lies beside it to be compared with: nothing the portal writes may repeat it.
"""

from datetime import date
from pathlib import Path

from events.reports.facts import Act, Gathering, Picture, PlaceFact, SpeakerFact

PAGE = (Path(__file__).parent / "page_2021.txt").read_text(encoding="utf-8")
UNIT = "Sở Khoa học và Công nghệ"
TITLE = (
    "Hội nghị phổ biến sáng kiến và hướng dẫn triển khai, thúc đẩy hoạt động sáng kiến "
    "năm 2021"
)
ACTS = (
    Act(
        "Nghị quyết",
        "14/2019/NQ-HĐND",
        date(2019, 12, 10),
        "HĐND tỉnh Lạng Sơn",
        "Quy định nội dung và mức chi thực hiện hoạt động sáng kiến trên địa bàn tỉnh "
        "Lạng Sơn",
    ),
    Act(
        "Quyết định",
        "36/2018/QĐ-UBND",
        date(2018, 4, 19),
        "UBND tỉnh Lạng Sơn",
        "Quy định về hoạt động sáng kiến trên địa bàn tỉnh Lạng Sơn",
    ),
    Act(
        "Quyết định",
        "06/2020/QĐ-UBND",
        date(2020, 3, 12),
        "UBND tỉnh Lạng Sơn",
        "Sửa đổi, bổ sung, bãi bỏ một số nội dung của quy định về hoạt động sáng kiến "
        "trên địa bàn tỉnh Lạng Sơn ban hành kèm theo Quyết định số 36/2018/QĐ-UBND",
        amends=("36/2018/QĐ-UBND",),
    ),
    Act(
        "Hướng dẫn",
        "291/HD-SKHCN",
        date(2020, 4, 17),
        "Sở Khoa học và Công nghệ tỉnh Lạng Sơn",
        "Triển khai một số nội dung về hoạt động sáng kiến trên địa bàn tỉnh",
    ),
)
GATHERING = Gathering(
    title=TITLE,
    unit=UNIT,
    places=tuple(
        PlaceFact(title=f"Lớp tại huyện {name}", locality=f"huyện {name}")
        for name in ("Hữu Lũng", "Văn Quan", "Chi Lăng")
    ),
    first=date(2021, 1, 25),
    last=date(2021, 1, 28),
    attendance="Hơn 600 công chức, viên chức, người lao động ở đơn vị sự nghiệp và cơ "
    "quan quản lý, có việc liên quan đến sáng kiến",
    audiences=("Công chức", "Viên chức", "Người lao động"),
    purposes=(
        "Thúc đẩy phong trào sáng kiến ở tỉnh Lạng Sơn",
        "Cùng các cơ quan, đơn vị đưa sáng kiến đến nhiều người hơn, khuyến khích thi "
        "đua sáng tạo trong lao động",
        "Tuyên truyền và đưa vào thực hiện quy định của tỉnh về công nhận, phổ biến, "
        "áp dụng sáng kiến",
    ),
    speakers=(
        SpeakerFact(
            "Lưu Bá Mạc",
            "Trưởng phòng Quản lý công nghệ và quản lý chuyên ngành",
            UNIT,
        ),
        SpeakerFact(
            "Nguyễn Tiến Tuấn", "Tổ trưởng tổ Toán", "Trường THPT chuyên Chu Văn An"
        ),
        SpeakerFact("Hoàng Thị Hiên", "Chuyên viên", UNIT),
    ),
    acts=ACTS,
    pictures=(Picture(1, "Hội trường lớp học", "Lớp ở huyện Hữu Lũng, ảnh của Sở"),),
)
#: Every fact of the page; the two slips of its numbers are mended (2019, QĐ).
FACTS = (
    TITLE,
    UNIT,
    "03 lớp",
    "huyện Hữu Lũng",
    "huyện Văn Quan",
    "huyện Chi Lăng",
    "từ 25 đến 28/01/2021",
    "hơn 600",
    "công chức",
    "viên chức",
    "người lao động",
    "cơ quan quản lý",
    "đơn vị sự nghiệp",
    "liên quan đến sáng kiến",
    "Lưu Bá Mạc",
    "Trưởng phòng Quản lý công nghệ và quản lý chuyên ngành",
    "Nguyễn Tiến Tuấn",
    "Tổ trưởng tổ Toán",
    "Trường THPT chuyên Chu Văn An",
    "Hoàng Thị Hiên",
    "chuyên viên",
    "thúc đẩy phong trào sáng kiến",
    "các cơ quan, đơn vị",
    "khuyến khích thi đua sáng tạo trong lao động",
    "tuyên truyền",
    "phổ biến",
    "áp dụng sáng kiến",
    "04 văn bản",
    "14/2019/NQ-HĐND",
    "10/12/2019",
    "HĐND tỉnh Lạng Sơn",
    "nội dung và mức chi",
    "36/2018/QĐ-UBND",
    "19/04/2018",
    "UBND tỉnh Lạng Sơn",
    "06/2020/QĐ-UBND",
    "12/03/2020",
    "sửa đổi, bổ sung, bãi bỏ",
    "291/HD-SKHCN",
    "17/04/2020",
    "được tiếp cận",
    "cập nhật",
    "nội dung mới",
)
#: What bears a name is written as it is written; everything else is one's own words.
NAMES = (
    TITLE,
    *(act.about for act in ACTS),
    *(speaker.title for speaker in GATHERING.speakers),
    *(speaker.name for speaker in GATHERING.speakers),
    "Trường THPT chuyên Chu Văn An",
    UNIT,
)
