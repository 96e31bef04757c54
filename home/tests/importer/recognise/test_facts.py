"""Facts read out of prose: days, places, people, numbers of people, slips."""

from datetime import date

import pytest

from documents.law.citations import DocumentList
from home.importer.recognise.attendance import find_attendance, number_in_words
from home.importer.recognise.dates import event_dates, first_date, impossible_dates
from home.importer.recognise.knowledge import KnownRegulation
from home.importer.recognise.people import find_guests, find_speakers
from home.importer.recognise.places import find_localities
from home.importer.recognise.publication import facts_of
from home.importer.recognise.references import find_references, without_references
from home.importer.recognise.spelling import find_slips

KNOWN = ["Bắc Sơn", "Chi Lăng", "Hữu Lũng", "Lộc Bình", "Văn Quan"]


def days(text: str, **options) -> list[tuple[str, str]]:
    return [
        (found.start.isoformat(), found.end.isoformat())
        for found in event_dates(text, **options)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Từ ngày 25 - 28/01/2021, Sở mở lớp", [("2021-01-25", "2021-01-28")]),
        ("từ 25/1 đến ngày 28/1/2021", [("2021-01-25", "2021-01-28")]),
        ("từ ngày 30/12 đến hết 02/01/2021", [("2020-12-30", "2021-01-02")]),
        ("từ 25.01.2021 đến 28.01.2021", [("2021-01-25", "2021-01-28")]),
        (
            "trong hai ngày 25 và 26/01/2021",
            [("2021-01-25", "2021-01-25"), ("2021-01-26", "2021-01-26")],
        ),
        (
            "các ngày 25, 26 và 28 tháng 01 năm 2021",
            [
                ("2021-01-25", "2021-01-25"),
                ("2021-01-26", "2021-01-26"),
                ("2021-01-28", "2021-01-28"),
            ],
        ),
        ("ngày 25-01-2021", [("2021-01-25", "2021-01-25")]),
        ("ngày 25/01/2021 và 30 đại biểu", [("2021-01-25", "2021-01-25")]),
        ("trước ngày 30/6/2021", []),
        ("giai đoạn 2015-2020, tỷ lệ 3/4", []),
        ("từ ngày 28 - 25/01/2021", []),
        ("ngày 31/02/2021", []),
    ],
)
def test_days_and_ranges(text, expected):
    assert days(text) == expected


def test_a_year_left_out_is_taken_from_the_caller_only():
    assert days("Sáng ngày 16/3, Sở mở lớp") == []
    assert days("Sáng ngày 16/3, Sở mở lớp", year=2022) == [
        ("2022-03-16", "2022-03-16")
    ]
    assert days("khoảng 3/4 số phiếu", year=2022) == []


def test_deep_in_a_body_only_days_of_gatherings_count():
    text = "Nộp hồ sơ ngày 1/4/2021. Hội nghị khai mạc ngày 6/4/2021 tại hội trường."
    assert days(text, only_events=True) == [("2021-04-06", "2021-04-06")]


def test_impossible_days_are_named_as_written():
    text = "ngày 10/12/219, ngày 31/02/2021 và ngày 1/2/2021; số 14/2019/NQ-HĐND"
    assert [f.excerpt for f in impossible_dates(text)] == ["10/12/219", "31/02/2021"]


def test_first_date_skips_what_no_calendar_has():
    assert first_date("31/02/2021 rồi 01/03/2021") == date(2021, 3, 1)


def test_places_of_the_list_and_places_announced_by_their_kind():
    text = (
        "Lớp mở tại 03 huyện: Hữu Lũng, Văn Quan và Chi Lăng; sau đó tại xã Minh Họa "
        "và thành phố Ví Dụ."
    )
    assert find_localities(text, KNOWN) == [
        "Hữu Lũng",
        "Văn Quan",
        "Chi Lăng",
        "Minh Họa",
        "Ví Dụ",
    ]


def test_an_old_place_of_the_tone_gets_the_spelling_of_the_list():
    assert find_localities("tại Hòa Bình", ["Hoà Bình"]) == []
    assert find_localities("tại huyện Hoà Bình", ["Hòa Bình"]) == ["Hòa Bình"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nguyễn Văn Quan phát biểu.",
        "Nhà số 5 đường Bắc Sơn.",
        "Trường Tiểu học Chi Lăng Bắc tổ chức lễ khai giảng.",
        "Đường vào Trường THPT Lộc Bình đã xong.",
    ],
)
def test_names_of_people_streets_and_schools_are_no_places(text):
    assert find_localities(text, KNOWN) == []


def speakers(text: str) -> list[tuple[str, str, str]]:
    return [(s.name, s.title, s.organisation) for s in find_speakers([text])]


def test_a_list_of_rapporteurs_with_positions_and_organisations():
    text = (
        "Báo cáo viên của lớp là đồng chí Trần Thị Ví Dụ, Trưởng phòng Kế hoạch và "
        "hợp tác, Sở Minh Họa; ông Lê Văn Mẫu, tổ trưởng tổ văn Trường THPT Minh Họa "
        "và bà Hoàng Thị Mai, chuyên viên Sở Minh Họa. Lớp học có 40 người."
    )
    assert speakers(text) == [
        ("Trần Thị Ví Dụ", "Trưởng phòng Kế hoạch và hợp tác", "Sở Minh Họa"),
        ("Lê Văn Mẫu", "tổ trưởng tổ văn", "Trường THPT Minh Họa"),
        ("Hoàng Thị Mai", "chuyên viên", "Sở Minh Họa"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đồng chí Lê Văn Mẫu - Phó Giám đốc Sở Minh Họa phát biểu khai mạc.",
            [("Lê Văn Mẫu", "Phó Giám đốc", "Sở Minh Họa")],
        ),
        (
            "ThS. Nguyễn Thị Ví Dụ (giảng viên Trường Đại học Minh Họa) trình bày.",
            [("Nguyễn Thị Ví Dụ", "giảng viên", "Trường Đại học Minh Họa")],
        ),
        (
            "Các đồng chí: Trần Văn Mẫu, Chánh Văn phòng Sở; Lý Thị Dụ, Phó Trưởng "
            "phòng Tổng hợp chủ trì hội nghị.",
            [
                ("Trần Văn Mẫu", "Chánh Văn phòng Sở", ""),
                ("Lý Thị Dụ", "Phó Trưởng phòng Tổng hợp", ""),
            ],
        ),
        (
            "Ông NGUYỄN VĂN MẪU, Chủ tịch UBND xã Minh Họa, đã phát biểu.",
            [("Nguyễn Văn Mẫu", "Chủ tịch", "UBND xã Minh Họa")],
        ),
        ("Đồng chí Trần Văn Mẫu đã giới thiệu mẫu đơn.", [("Trần Văn Mẫu", "", "")]),
        (
            "Báo cáo viên: Nông Văn Mẫu, Trưởng ban Quản lý dự án; bà Vi Thị Dụ, "
            "kế toán Công ty Minh Họa.",
            [
                ("Nông Văn Mẫu", "Trưởng ban Quản lý dự án", ""),
                ("Vi Thị Dụ", "kế toán", "Công ty Minh Họa"),
            ],
        ),
        (
            "Bà Lý Thị Dụ, Viện Minh Họa, chủ nhiệm đề tài báo cáo kết quả; nghệ nhân "
            "Hoàng Thị Mai, xã Ví Dụ giới thiệu sản phẩm.",
            [
                ("Lý Thị Dụ", "chủ nhiệm đề tài", "Viện Minh Họa"),
                ("Hoàng Thị Mai", "", "xã Ví Dụ"),
            ],
        ),
        (
            "Ông Vi Văn Mẫu, Phó Giám đốc Sở Minh Họa, Chủ tịch Hội đồng chủ trì.",
            [("Vi Văn Mẫu", "Phó Giám đốc, Chủ tịch Hội đồng", "Sở Minh Họa")],
        ),
        (
            "Giảng viên: bà Nông Thị Dụ - Trưởng phòng Tổng hợp (Sở Minh Họa).",
            [("Nông Thị Dụ", "Trưởng phòng Tổng hợp", "Sở Minh Họa")],
        ),
        ("Dự hội nghị có đồng chí Trần Văn Mẫu, Chủ tịch UBND xã.", []),
        ("Bà con nhân dân và các ông bà báo cáo viên đều dự.", []),
    ],
)
def test_speakers(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dự hội nghị có đồng chí Trần Văn Mẫu - Uỷ viên BTV, Trưởng Ban Tuyên giáo "
            "Tỉnh ủy.",
            [("Trần Văn Mẫu", "Uỷ viên BTV, Trưởng Ban Tuyên giáo", "Tỉnh ủy")],
        ),
        (
            "Hội nghị vinh dự được đón tiếp các đại biểu gồm: Đ/c Lý Thị Minh Dụ - Ủy "
            "viên Ban thường vụ; Đ/c Vi Văn Mẫu - Chủ tịch Công đoàn Viên chức tỉnh.",
            [
                ("Lý Thị Minh Dụ", "Ủy viên", "Ban thường vụ"),
                ("Vi Văn Mẫu", "Chủ tịch Công đoàn Viên chức tỉnh", ""),
            ],
        ),
        (
            "Tham dự Hội nghị có PGS.TS Bùi Hữu Mẫu – Bí thư Đảng ủy Học viện Minh "
            "Họa; PGS.TS Phạm Thị Dụ – Phó Giám đốc; cùng lãnh đạo các đơn vị.",
            [
                ("Bùi Hữu Mẫu", "Bí thư", "Đảng ủy Học viện Minh Họa"),
                ("Phạm Thị Dụ", "Phó Giám đốc", ""),
            ],
        ),
        (
            "Tham dự hội nghị có Thứ trưởng Bộ Minh Họa Trần Thị Lan Dụ; đại diện một "
            "số Vụ.",
            [("Trần Thị Lan Dụ", "Thứ trưởng", "Bộ Minh Họa")],
        ),
        ("Đồng chí Trần Văn Mẫu dự và phát biểu chỉ đạo.", []),
        ("Ông Trần Văn Mẫu là chủ nhiệm dự án.", []),
        ("Vinh dự thay, ông Trần Văn Mẫu được khen thưởng.", []),
        ("Dự hội nghị có lãnh đạo UBND xã Minh Họa, các ban.", []),
    ],
    ids=[
        "dash", "list", "degrees", "office", "spoke", "project", "honour", "nobody",
    ],
)  # fmt: skip
def test_guests_are_who_came_and_did_not_speak(text, expected):
    """Shapes of news of the portals of Nghệ An, Cao Bằng, a bank's academy and a
    ministry; the people are invented.
    """
    found = find_guests([text], find_speakers([text]))
    assert [(one.name, one.title, one.organisation) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "number", "qualifier"),
    [
        ("Tham dự 03 lớp có hơn 600 cá nhân liên quan.", 600, "hơn"),
        ("Hội nghị thu hút gần 1.200 lượt người.", 1200, "gần"),
        ("Dự lớp có sáu trăm năm mươi đại biểu.", 650, ""),
        ("Có 30 đại biểu dự buổi sáng. Tham dự buổi chiều có 45 học viên.", 45, ""),
    ],
)
def test_attendance(text, number, qualifier):
    found = find_attendance([text])
    assert (found.number, found.qualifier) == (number, qualifier)


def test_numbers_of_people_who_did_not_come_are_no_attendance():
    assert find_attendance(["Toàn tỉnh có 12.000 công chức. Dự án có 5 người."]) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("sáu trăm", 600),
        ("một trăm linh năm", 105),
        ("hai mươi mốt", 21),
        ("mười lăm", 15),
        ("hai nghìn ba trăm", 2300),
    ],
)
def test_numbers_in_words(words, number):
    assert number_in_words(words) == number


def test_publication_facts_of_a_line():
    facts = facts_of("Lượt xem: 70 | Gửi lúc: 05/12/2023 15:42:27")
    assert (facts.published_on, facts.certain) == (date(2023, 12, 5), True)
    assert facts_of("Thứ sáu, 29/01/2021 - 08:30").certain is False
    assert facts_of("Tác giả: Mai Minh Họa").author == "Mai Minh Họa"
    assert facts_of("Nguồn: Báo Minh Họa").source == "Báo Minh Họa"
    assert facts_of("Ngày 25/01/2021, Sở Minh Họa mở lớp tập huấn.") is None
    assert facts_of("Thời gian: 8h00, ngày 25/01/2021") is None


def test_citations_are_found_and_their_slips_named():
    text = (
        "Lớp phổ biến Quyết định số 06/2020/QD-UBND ngày 12/3/2020 và Nghị quyết số "
        "14/2019/NQ-HĐND ngày 10/12/219 của HĐND tỉnh, từ ngày 5/4/2021."
    )
    references, findings = find_references(text)
    assert [r.as_printed for r in references] == ["06/2020/QD-UBND", "14/2019/NQ-HĐND"]
    assert references[0].date == "2020-03-12"
    assert references[1].date is None
    assert [(f.code, f.excerpt) for f in findings] == [
        ("wrong_marks", "06/2020/QD-UBND"),
        ("impossible_date", "10/12/219"),
    ]
    assert days(without_references(text)) == [("2021-04-05", "2021-04-05")]


def test_citations_are_checked_against_the_library():
    known = KnownRegulation(1, "06/2020/QĐ-UBND", "UBND tỉnh", None, date(2020, 3, 12))
    text = "Quyết định số 06/2020/QD-UBND ngày 12/3/2020; Quyết định số 7/2020/QĐ-UBND"
    references, findings = find_references(text, DocumentList([known]))
    assert [r.symbol for r in references] == ["06/2020/QĐ-UBND", "07/2020/QĐ-UBND"]
    assert [f.code for f in findings] == ["wrong_marks", "unknown_number"]


def test_a_pair_of_syllables_written_once_with_another_mark_is_a_slip():
    text = "Phổ biến một lần, phổ biến hai lần, phổ biến ba lần rồi phố biến nữa."
    (slip,) = find_slips([text])
    assert slip.data == {"written": "phố biến", "usual": "phổ biến"}


@pytest.mark.parametrize(
    "text",
    [
        "phổ biến, phổ biến, phổ biến; thành phố biến đổi, thành phố biển",
        "và có, và có, và có, và cơ sở, cơ sở",
        "tổ chức, tổ chức, tổ chức, Tổ chức",
        "phổ biến, phổ biến, phố biến",
    ],
)
def test_other_words_of_the_same_letters_are_no_slips(text):
    assert find_slips([text]) == []
