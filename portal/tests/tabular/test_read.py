"""One reader for every spreadsheet: what it finds, and where it says it found it."""

from datetime import date, datetime
from functools import partial

import pytest
from openpyxl import Workbook

from portal.tabular import (
    CellError,
    Column,
    Heading,
    Note,
    TableRefused,
    parse_date,
    parse_phone,
    parse_text,
    read_table,
)
from portal.tests.tabular.files import saved, workbook

PEOPLE = (
    Column(
        "name", ("Họ và tên",), required=True, parse=partial(parse_text, max_length=30)
    ),
    Column("phone", ("Điện thoại", "Số điện thoại"), parse=parse_phone),
    Column("born", ("Ngày sinh",), parse=parse_date),
    Column("note", ("Ghi chú",), default=""),
)
HEAD = ["Họ và tên", "Điện thoại", "Ngày sinh"]


def read(raw: bytes, filename: str = "doan.xlsx", columns=PEOPLE, **options):
    return read_table(raw, filename=filename, columns=columns, **options)


def names(table) -> list[tuple[int, str]]:
    return [(row.number, row.values["name"]) for row in table.rows]


def test_rows_carry_the_numbers_their_author_sees():
    table = read(workbook(HEAD, ["Ngô Văn Mẫu"], [], [None, " "], ["Lý Thị Mẫu"]))
    assert names(table) == [(2, "Ngô Văn Mẫu"), (5, "Lý Thị Mẫu")]
    assert table.headings == (
        Heading("Họ và tên", "A", "name"),
        Heading("Điện thoại", "B", "phone"),
        Heading("Ngày sinh", "C", "born"),
    )
    assert table.rows[0].values == {
        "name": "Ngô Văn Mẫu",
        "phone": None,
        "born": None,
        "note": "",
    }
    assert (table.kind, table.sheet, table.notes) == ("xlsx", "Sheet1", ())


@pytest.mark.parametrize(
    "heading",
    [
        "họ và tên",
        "HO VA TEN",
        "Ho\u0323 va\u0300 te\u0302n",
        "Họ và tên (*)",
        " Họ  và\ntên ",
        "name",
        "Họ và tên (viết có dấu)",
        "Họ và tên:",
    ],
)
def test_headings_are_known_by_any_spelling(heading):
    assert names(read(workbook([heading], ["Ngô Văn Mẫu"]))) == [(2, "Ngô Văn Mẫu")]


def test_titles_that_differ_in_accents_alone_are_kept_apart():
    columns = (Column("contract", ("HĐ",)), Column("guidance", ("HD",)))
    table = read(workbook(["hd", "HĐ"], ["a", "b"]), columns=columns)
    assert table.rows[0].values == {"contract": "b", "guidance": "a"}
    with pytest.raises(ValueError, match="titled"):
        read(workbook(["x"]), columns=(Column("a", ("Tên",)), Column("b", ("tên",))))


def test_titles_merged_cells_counters_and_column_numbers_are_passed_over():
    book = Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH ĐOÀN MINH HỌA"])
    sheet.merge_cells("A1:D1")
    sheet.append(["Kèm theo công văn"])
    sheet.append([])
    sheet.append(["STT", "Họ và tên", "Liên hệ", None])
    sheet.merge_cells("C4:D4")
    sheet.append([None, None, "Điện thoại", "Ghi chú"])
    sheet.append(["(1)", "(2)", "(3)", "(4)"])
    sheet.append([1, "Ngô Văn Mẫu", "0912345678", "báo cáo viên"])
    sheet.append([2, None, None, None])
    table = read(saved(book))
    assert names(table) == [(7, "Ngô Văn Mẫu")]
    assert table.rows[0].values["note"] == "báo cáo viên"
    assert table.rows[0].values["phone"].e164 == "+84912345678"
    assert table.notes == ()


def test_columns_in_any_order_and_unknown_ones_named():
    table = read(
        workbook(["Ngày sinh", "Dân tộc", "Họ và tên", None],
                 [date(1980, 5, 2), "Tày", "Ngô Văn Mẫu", "thừa"])
    )  # fmt: skip
    assert table.rows[0].values["born"] == date(1980, 5, 2)
    assert table.notes == (
        Note("unknown_columns", {"columns": ["Dân tộc"]}),
        Note("unnamed_columns", {"columns": ["D"]}),
    )


def test_a_wrong_cell_is_named_and_good_rows_stay_good():
    table = read(
        workbook(
            HEAD,
            ["Nguye\u0302\u0303n Thi\u0323 Ma\u0302\u0303u", 912345678, "2/5/1980"],
            [None, "0912 345", "31/2/1980"],
            ["NguyÔn V¨n MÉu", None, None],
            ["x" * 31, None, datetime(1980, 5, 2)],
        )
    )
    assert [row.number for row in table.good_rows] == [2]
    good = table.good_rows[0].values
    assert good["name"] == "Nguyễn Thị Mẫu"
    assert good["phone"].display == "0912 345 678"
    assert table.errors == [
        CellError(3, "Họ và tên", "required", "", {}, "A"),
        CellError(3, "Điện thoại", "phone_wrong_length", "0912 345", {}, "B"),
        CellError(3, "Ngày sinh", "impossible_date", "31/2/1980", {}, "C"),
        CellError(4, "Họ và tên", "tcvn3", "NguyÔn V¨n MÉu",
                  {"reads": "Nguyễn Văn Mẫu"}, "A"),
        CellError(5, "Họ và tên", "too_long", "x" * 31,
                  {"limit": 30, "length": 31}, "A"),
    ]  # fmt: skip
    assert "name" not in table.rows[1].values
    assert table.rows[3].values["born"] == date(1980, 5, 2)


def test_the_sheet_with_the_columns_is_the_one_read():
    sheets = {
        "Hướng dẫn": [["Điền theo mẫu"], ["Ghi chú", "Tùy chọn"]],
        "Đoàn": [HEAD, ["Ngô Văn Mẫu"]],
    }
    table = read(workbook(**sheets))
    assert (table.sheet, names(table)) == ("Đoàn", [(2, "Ngô Văn Mẫu")])
    assert table.notes == (Note("other_sheets", {"sheets": ["Hướng dẫn"]}),)


def test_a_hidden_sheet_is_not_read():
    book = Workbook()
    book.active.append(["Họ và tên"])
    book.active.append(["Trong danh mục ẩn"])
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Đoàn")
    shown.append(["Họ và tên"])
    shown.append(["Ngô Văn Mẫu"])
    assert names(read(saved(book))) == [(2, "Ngô Văn Mẫu")]


def test_missing_columns_are_listed_with_what_was_found():
    with pytest.raises(TableRefused) as caught:
        read(workbook(["Tên", "Điện thoại"], ["Ngô", "0912345678"]))
    assert caught.value.code == "missing_columns"
    assert caught.value.params == {
        "missing": ["Họ và tên"],
        "found": ["Tên", "Điện thoại"],
    }


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Xin chào"], ["các bạn"]], "no_headings"),
        ([["Họ và tên", "Họ và tên"], ["a", "b"]], "duplicate_column"),
        ([HEAD], "no_rows"),
        ([], "no_rows"),
    ],
)
def test_what_is_wrong_with_the_whole_is_said_once(rows, code):
    with pytest.raises(TableRefused) as caught:
        read(workbook(*rows))
    assert caught.value.code == code


def test_who_sends_no_list_is_told_the_columns_it_needs_and_no_others():
    with pytest.raises(TableRefused) as caught:
        read(workbook(["Xin chào"], ["các bạn"]))
    assert caught.value.params == {"expected": ["Họ và tên"]}


@pytest.mark.parametrize(
    "raw",
    [
        "Họ và tên;Ngày sinh\r\nNgô Văn Mẫu;2/5/1980\r\n".encode("utf-8-sig"),
        "Họ và tên,Ngày sinh\nNgô Văn Mẫu,2/5/1980".encode(),
        "Họ và tên\tNgày sinh\rNgô Văn Mẫu\t2/5/1980\r".encode("utf-16"),
        "Họ và tên;Ngày sinh\nNgô Văn Mẫu;2/5/1980".encode("utf-16-le"),
        "Họ và tên|Ngày sinh\nNgô Văn Mẫu|2/5/1980".encode("utf-16-be"),
        'sep=;\nHọ và tên;"Ngày sinh"\nNgô Văn Mẫu;2/5/1980'.encode(),
    ],
    ids=["excel", "commas", "tabs", "utf-16-le", "utf-16-be", "sep"],
)
def test_csv_in_any_encoding_with_any_divider(raw):
    table = read(raw, "doan.csv")
    assert (table.kind, names(table)) == ("csv", [(2, "Ngô Văn Mẫu")])
    assert table.rows[0].values["born"] == date(1980, 5, 2)
    assert table.notes == ()


def test_windows_1258_is_read_and_said():
    text = "Họ và tên,Ghi chú\nNguyễn Thị Mẫu,Đã đến từ huyện\n"
    tones = str.maketrans({"ọ": "o\u0323", "ễ": "ê\u0303", "ị": "i\u0323",
                           "ế": "ê\u0301", "ừ": "ư\u0300", "ệ": "ê\u0323",
                           "ẫ": "â\u0303", "ã": "a\u0303"})  # fmt: skip
    table = read(text.translate(tones).encode("cp1258"), "doan.csv")
    assert names(table) == [(2, "Nguyễn Thị Mẫu")]
    assert table.rows[0].values["note"] == "Đã đến từ huyện"
    assert table.notes == (Note("encoding_guessed", {"encoding": "Windows-1258"}),)


def test_a_tcvn3_csv_names_its_cells():
    raw = "name;note\nNguyÔn ThÞ MÉu;\xae\xb7 \xae\xd5n\n".encode("cp1252")
    [name, note] = read(raw, "doan.csv").errors
    assert (name.code, name.params["reads"]) == ("tcvn3", "Nguyễn Thị Mẫu")
    assert (note.row, note.column) == (2, "note")


def test_a_divider_inside_of_quotes_divides_nothing():
    raw = 'Họ và tên;Ghi chú\n"Mẫu; Ngô";"hai\ndòng, một ô"\nLý;x'.encode()
    table = read(raw, "doan.csv")
    assert names(table) == [(2, "Mẫu; Ngô"), (3, "Lý")]
    assert table.rows[0].values["note"] == "hai dòng, một ô"


def test_json_objects_are_rows():
    raw = '[{"name": "Ngô Văn Mẫu", "Ghi chú": ["a", 1]}, {}, {"name": {"a": 1}}]'
    table = read(raw.encode(), "doan.json")
    assert table.headings == (
        Heading("name", "", "name"),
        Heading("Ghi chú", "", "note"),
    )
    assert table.rows[0].number == 1
    assert table.rows[0].values["note"] == "a; 1"
    assert table.errors == [CellError(3, "name", "nested_value", '{"a": 1}')]


def test_a_file_is_read_as_what_it_is():
    table = read("Họ và tên\nNgô Văn Mẫu".encode(), "doan.xlsx")
    assert table.kind == "csv"
    assert table.notes == (Note("read_as", {"named": "xlsx", "kind": "csv"}),)
    assert read(workbook(HEAD, ["Ngô"]), "doan.csv").kind == "xlsx"
    assert read(b' [ {"name": "a"} ]', "doan.csv").kind == "json"


def test_a_path_and_an_open_file_are_read_as_well(tmp_path):
    path = tmp_path / "doan.xlsx"
    path.write_bytes(workbook(HEAD, ["Ngô Văn Mẫu"]))
    with path.open("rb") as file:
        file.read(10)
        assert names(read(file)) == names(read(path)) == [(2, "Ngô Văn Mẫu")]
