"""Spreadsheets that are too large, locked, damaged, or something else."""

import time

import pytest

from portal.tabular import Column, Limits, TableRefused, read_table
from portal.tabular.wording import table_text
from portal.tests.tabular.files import raw_workbook, said, workbook

NAME = (Column("name", ("Họ và tên",), required=True),)
MACRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
HEAD_ROW = f'<row r="1">{said("A1", "Họ và tên")}</row>'
ROW = f'<row r="2">{said("A2", "x")}</row>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def refused(raw: bytes, filename: str = "a.xlsx", **limits) -> tuple[str, dict]:
    with pytest.raises(TableRefused) as caught:
        read_table(raw, filename=filename, columns=NAME, limits=Limits(**limits))
    assert table_text(caught.value)
    return caught.value.code, caught.value.params


def cells(rows: int, columns: int) -> str:
    row = "<c><v>1</v></c>" * columns
    return HEAD_ROW + f"<row>{row}</row>" * rows


def test_a_million_cells_are_refused_before_they_are_read():
    raw = raw_workbook(cells(10_000, 100))
    started = time.monotonic()
    assert refused(raw) == ("too_many_cells", {"limit": 400_000})
    assert time.monotonic() - started < 3
    few = raw_workbook(cells(300, 100))
    assert refused(few, rows=200) == ("too_many_rows", {"limit": 200})
    assert refused(few, columns=50) == ("too_many_columns", {"limit": 50})


def test_the_limits_hold_for_csv_and_json_too():
    lines = b"name,note\n" + b"x,y\n" * 30
    assert refused(lines, "a.csv", rows=20) == ("too_many_rows", {"limit": 20})
    assert refused(lines, "a.csv", cells=20) == ("too_many_cells", {"limit": 20})
    assert refused(lines, "a.csv", columns=1) == ("too_many_columns", {"limit": 1})
    objects = b"[" + b",".join([b'{"name": "x"}'] * 30) + b"]"
    assert refused(objects, "a.json", rows=20) == ("too_many_rows", {"limit": 20})
    assert refused(objects, "a.json", cells=20) == ("too_many_cells", {"limit": 20})
    braces = b'[{"name": "' + b"{" * 200 + b'"}]'
    assert refused(braces, "a.json", rows=20) == ("too_many_rows", {"limit": 20})


def test_rows_right_up_to_the_limit_are_read():
    raw = raw_workbook(cells(20, 1))
    table = read_table(raw, filename="a.xlsx", columns=NAME, limits=Limits(rows=20))
    assert len(table.rows) == 20
    assert refused(raw, rows=19) == ("too_many_rows", {"limit": 19})


def test_cells_of_nothing_but_formatting_do_not_count():
    blank = '<row><c s="0"/><c s="0"/></row>' * 3_000
    raw = raw_workbook(HEAD_ROW + ROW + blank)
    limits = Limits(rows=10, cells=2_000)
    table = read_table(raw, filename="a.xlsx", columns=NAME, limits=limits)
    assert [row.values for row in table.rows] == [{"name": "x"}]


def test_a_row_far_down_costs_nothing():
    raw = raw_workbook(HEAD_ROW + f'<row r="1048576">{said("A1048576", "x")}</row>')
    table = read_table(raw, filename="a.xlsx", columns=NAME)
    assert [row.number for row in table.rows] == [1_048_576]


def test_a_file_too_large_packed_or_unpacked_is_refused():
    assert refused(b"x" * 3_000_000, "a.csv", file_bytes=2_097_152) == (
        "too_large",
        {"limit": 2.0},
    )
    bomb = raw_workbook(HEAD_ROW, parts={"xl/media/a.bin": b"\0" * 200_000_000})
    assert len(bomb) < 300_000
    assert refused(bomb) == ("unpacks_too_large", {"limit": 64})


@pytest.mark.parametrize(
    ("raw", "filename", "code"),
    [
        (b"", "a.xlsx", "empty_file"),
        (b" \r\n ", "a.csv", "empty_file"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "damaged"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.xlsx", "not_a_table"),
        (raw_workbook(ROW, kind=BINARY), "a.xlsb", "binary_excel"),
        (raw_workbook(ROW, kind=MACRO), "a.xlsm", "macros"),
        (raw_workbook(ROW, parts={"xl/vbaProject.bin": b"x"}), "a.xlsx", "macros"),
        (raw_workbook(ROW, parts={"xl/macrosheets/s.xml": "<x/>"}), "a.xlsx", "macros"),
        (raw_workbook(ROW, kind="text/plain"), "a.xlsx", "not_a_table"),
        (b"<html><table><tr><td>name</td></tr></table>", "a.xlsx", "web_page"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "a.csv", "web_page"),
        (b"%PDF-1.7", "a.csv", "not_a_table"),
        (b"name\x00\x01\x02note and more text", "a.csv", "not_a_table"),
        (b"name\n\x8a\x8d\x8e\x8f", "a.csv", "unknown_encoding"),
        (b'name,note\n"x,y\n', "a.csv", "csv_quotes"),
        (b'{"name": "x"}', "a.json", "json_no_list"),
        (b"[1, 2]", "a.json", "json_no_list"),
        (b'[{"name": "x",}]', "a.json", "bad_json"),
        (b'[{"name": NaN}]', "a.json", "bad_json"),
        (b'[{"name": ' + b"9" * 10_000 + b"}]", "a.json", "bad_json"),
        (b"[" * 100_000, "a.json", "bad_json"),
        (b"[]", "a.json", "no_rows"),
    ],
)
def test_what_cannot_be_read_is_named(raw, filename, code):
    assert refused(raw, filename)[0] == code


@pytest.mark.parametrize(
    "part", ["xl/styles.xml", "xl/sharedStrings.xml", "docProps/core.xml"]
)
def test_entities_are_refused(part):
    raw = raw_workbook(HEAD_ROW + ROW, parts={part: LAUGHS})
    assert refused(raw)[0] == "too_complex"


def test_a_part_of_a_million_elements_is_refused_before_a_tree_is_built():
    many = "<styleSheet>" + "<xf/>" * 300_000 + "</styleSheet>"
    raw = raw_workbook(HEAD_ROW + ROW, parts={"xl/styles.xml": many})
    assert refused(raw)[0] == "too_complex"


def test_a_damaged_workbook_is_named():
    raw = workbook(["Họ và tên"], ["x"])
    assert refused(raw[:-40])[0] == "damaged"
    assert refused(raw_workbook("<row>"))[0] == "damaged"
    assert refused(raw_workbook("<row><c t='s'><v>9</v></c></row>"))[0] == "damaged"
    no_sheet = raw_workbook(ROW, parts={"xl/_rels/workbook.xml.rels": "<x/>"})
    assert refused(no_sheet)[0] == "damaged"


def test_too_many_entries_are_refused_before_they_are_listed():
    parts = {f"xl/media/{n}.bin": b"" for n in range(3_000)}
    assert refused(raw_workbook(ROW, parts=parts))[0] == "too_complex"


def test_a_directory_that_lies_is_refused():
    raw = bytearray(workbook(["Họ và tên"], ["x"]))
    at = raw.rfind(b"PK\x05\x06")
    raw[at + 12 : at + 16] = (10_000_000).to_bytes(4, "little")
    assert refused(bytes(raw))[0] == "too_complex"
    sound = workbook(["Họ và tên"], ["x"])
    longer = sound[:at] + b"PK\x06\x07".ljust(20, b"\0") + sound[at:]
    assert refused(longer)[0] == "too_complex"


def test_formulas_give_their_values_or_are_named():
    rows = (
        '<row r="2"><c r="A2" t="str"><f>A9</f><v>Có kết quả</v></c></row>'
        '<row r="3"><c r="A3"><f>A9</f></c></row>'
        '<row r="4"><c r="A4"><f>A9</f><v></v></c></row>'
        '<row r="5"><c r="A5" t="e"><f>A9/0</f><v>#DIV/0!</v></c></row>'
    )
    table = read_table(raw_workbook(HEAD_ROW + rows), filename="a.xlsx", columns=NAME)
    assert table.rows[0].values == {"name": "Có kết quả"}
    assert [(e.row, e.code, e.value) for e in table.errors] == [
        (3, "formula_without_value", "="),
        (4, "formula_without_value", "="),
        (5, "spreadsheet_error", "#DIV/0!"),
    ]


def test_a_formula_that_gives_no_letters_is_an_empty_cell():
    rows = (
        '<row r="2"><c r="A2" t="str"><f>""</f><v></v></c><c r="B2"><v>1</v></c></row>'
    )
    table = read_table(raw_workbook(HEAD_ROW + rows), filename="a.xlsx", columns=NAME)
    assert [(error.row, error.code) for error in table.errors] == [(2, "required")]


def test_rows_and_columns_beyond_the_edge_of_any_sheet_end_the_reading():
    far = f'<row r="99999999999">{said("A3", "x")}</row>'
    assert refused(raw_workbook(HEAD_ROW + far))[0] == "damaged"
    blank = "".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(2, 3_000))
    assert refused(raw_workbook(HEAD_ROW + blank)) == (
        "too_many_columns",
        {"limit": 200},
    )
    wide = f'<row r="2">{said("XFD2", "x")}</row>'
    assert refused(raw_workbook(HEAD_ROW + wide))[0] == "too_many_columns"


def test_an_encoding_that_hides_tags_is_refused():
    sheet = '<?xml version="1.0" encoding="cp037"?><worksheet/>'.encode("cp037")
    plain = b'<?xml version="1.0" encoding="cp037"?><worksheet/>'
    for part in (sheet, plain, "<worksheet/>".encode("utf-16")):
        raw = raw_workbook("", parts={"xl/worksheets/sheet1.xml": part})
        assert refused(raw)[0] in ("too_complex", "damaged")


@pytest.mark.parametrize("name", ["ds.xlsx", "ds.csv", "ds.ods", "ds.xls"])
def test_a_program_or_a_drawing_is_no_table(name):
    for raw in (b"MZ\x90\x00\x03" + b"\x00" * 50, b"MZ" + b"ten;don vi\n" * 9):
        assert refused(raw, name)[0] == "not_a_table"
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"
    assert refused(drawing, name)[0] == "web_page"
