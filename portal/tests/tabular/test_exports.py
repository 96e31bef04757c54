"""What goes out runs nowhere, and comes back as it was."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from portal.tabular import (
    Column,
    parse_date,
    parse_phone,
    parse_text,
    read_table,
    safe_cell,
    write_csv,
    write_xlsx,
)

COLUMNS = (Column("name", ("Tên",), required=True), Column("note", ("Ghi chú",)))
ACTIVE = ("=", "+", "-", "@", "\t", "\r")
TEXT = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp", "Lm", "Mn", "Zs"]), max_size=40
)


def sheet(raw: bytes):
    return load_workbook(io.BytesIO(raw)).active


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+84912345678", "'+84912345678"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\x00=1", "'=1"),
        ("＝1", "'＝1"),
        ("Sáng kiến = đổi mới", "Sáng kiến = đổi mới"),
        ("", ""),
        (None, None),
        (-5, -5),
        (Decimal("-1.5"), Decimal("-1.5")),
        (True, True),
        (date(2020, 6, 1), date(2020, 6, 1)),
        (datetime(2020, 6, 1, 1, tzinfo=UTC), datetime(2020, 6, 1, 8)),
    ],
)
def test_what_a_cell_becomes(value, safe):
    assert safe_cell(value) == safe


@given(st.text(max_size=30))
def test_no_text_starts_a_formula(text):
    assert not safe_cell(text).startswith((*ACTIVE, "\n"))


def test_a_workbook_holds_texts_as_texts():
    raw = write_xlsx(
        ["Họ và tên", "Điện thoại", "Số"],
        [["=cmd()", "0912 345 678", 5], ["Mẫu", "0912345678", None]],
        title="Đoàn: [minh họa]/" + "x" * 40,
    )
    found = sheet(raw)
    assert [[cell.value for cell in row] for row in found.iter_rows()] == [
        ["Họ và tên", "Điện thoại", "Số"],
        ["'=cmd()", "0912 345 678", 5],
        ["Mẫu", "0912345678", None],
    ]
    assert {found["A2"].data_type, found["B3"].data_type} == {"s"}
    assert found["B3"].number_format == "@"
    assert found["A1"].font.bold
    assert found.freeze_panes == "A2"
    assert found.title == "Đoàn minh họa xxxxxxxxxxxxxxxxx"


def test_a_csv_opens_in_excel_as_it_is():
    raw = write_csv(
        ["Tên", "Điện thoại", "Ngày"],
        [["=1+1", "0912345678", date(2020, 6, 1)], ['nói "có"; rồi,', None, 1.5]],
    )
    assert raw.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))) == [
        ["Tên", "Điện thoại", "Ngày"],
        ["'=1+1", "'0912345678", "01/06/2020"],
        ['nói "có"; rồi,', "", "1.5"],
    ]


@pytest.mark.parametrize("write", [write_xlsx, write_csv])
@pytest.mark.parametrize("name", ["=1+1", "-5", "@a", "+84", "0912", "'trong'", "a'b"])
def test_a_guarded_text_comes_back_as_it_was(write, name):
    raw = write(["Tên", "Ghi chú"], [[name, "x"]])
    filename = "a.xlsx" if write is write_xlsx else "a.csv"
    table = read_table(raw, filename=filename, columns=COLUMNS)
    assert table.rows[0].values == {"name": name, "note": "x"}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=6))
def test_a_table_written_and_read_is_the_same(rows):
    rows = [(f"a{name}", note) for name, note in rows]
    for write, filename in ((write_xlsx, "a.xlsx"), (write_csv, "a.csv")):
        raw = write(["Tên", "Ghi chú"], rows)
        table = read_table(raw, filename=filename, columns=COLUMNS)
        refused = {(error.row - 2, error.letter) for error in table.errors}
        found = [row.values for row in table.rows]
        for index, (name, note) in enumerate(rows):
            if (index, "A") not in refused:
                assert found[index]["name"] == parse_text(name)
            if (index, "B") not in refused:
                expected = parse_text(note) if note.strip() else None
                assert found[index]["note"] == expected


def test_phones_and_dates_survive_the_round():
    columns = (
        Column("phone", ("Điện thoại",), parse=parse_phone),
        Column("day", ("Ngày",), parse=parse_date),
    )
    rows = [["0912345678", date(2020, 6, 1)]]
    for write, filename in ((write_xlsx, "a.xlsx"), (write_csv, "a.csv")):
        table = read_table(
            write(["Điện thoại", "Ngày"], rows), filename=filename, columns=columns
        )
        assert table.rows[0].values["phone"].e164 == "+84912345678"
        assert table.rows[0].values["day"] == date(2020, 6, 1)
