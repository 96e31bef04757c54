"""Initiatives from a table: tried first, an error for each cell, never twice."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from documents.models import InitiativeAuthor, InitiativePage
from documents.tests.initiative_factories import add_initiative, add_unit
from portal.models import Organisation
from portal.tabular import write_csv, write_xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]

GOOD = {
    "Số hồ sơ": "SK-2024-01",
    "Tên sáng kiến": "Thẻ màu trong tủ thuốc",
    "Lĩnh vực": "Y tế",
    "Loại giải pháp": "Giải pháp quản lý; Giải pháp tác nghiệp",
    "Đơn vị": "Trạm Y tế Mẫu",
    "Địa bàn": "Huyện Chi Lăng",
    "Ngày áp dụng lần đầu": "05/9/2023",
    "Vấn đề": "Thuốc hết hạn lẫn với thuốc còn hạn.",
    "Giải pháp": "Dán băng dính theo quý.",
    "Các bước": "Chọn màu | Bốn quý bốn màu\nDán khi nhập",
    "Chi phí áp dụng": "1.200.000",
    "Thời gian để áp dụng": "Vài ngày",
    "Chỉ tiêu được đo": "Hộp thuốc phải hủy",
    "Giá trị trước": "12",
    "Giá trị sau": "1,5",
    "Đơn vị tính": "hộp",
    "Cơ quan công nhận": "Trạm Y tế Mẫu",
    "Ngày công nhận": "06/9/2023",
    "Tác giả": "Lương Thị Mẫu; Trạm Mẫu; 60; có\nVi Văn Kín; Trạm Mẫu; 40; không",
}


def imported(tmp_path, rows, *options, name="a.csv"):
    """The report of importing the rows, and what the command ended with."""
    path = tmp_path / name
    if name.endswith("json"):
        path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    else:
        headings = list(dict.fromkeys(key for row in rows for key in row))
        write = write_xlsx if name.endswith("xlsx") else write_csv
        table = [[row.get(key, "") for key in headings] for row in rows]
        path.write_bytes(write(headings, table))
    out = StringIO()
    try:
        call_command("import_initiatives", path, *options, "--json", stdout=out)
        error = ""
    except CommandError as refused:
        error = str(refused)
    return json.loads(out.getvalue() or "{}"), error


def problems(report) -> str:
    return "\n".join(f"{p['where']}: {p['message']}" for p in report["problems"])


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json"])
def test_a_row_becomes_a_page_with_all_it_says(tmp_path, name):
    report, error = imported(tmp_path, [GOOD], "--confirm", "--publish", name=name)
    assert not error
    assert report["counts"]["added"] == 1
    page = InitiativePage.objects.live().get(code="SK-2024-01")
    assert page.kinds == ["management", "operation"]
    assert (page.cost, page.effort, page.level) == (1_200_000, "days", "base")
    assert page.first_applied_on == date(2023, 9, 5)
    assert (page.unit.name, str(page.locality)) == ("Trạm Y tế Mẫu", "Huyện Chi Lăng")
    assert [step.title for step in page.steps.all()] == ["Chọn màu", "Dán khi nhập"]
    assert str(page.benefits.get().result) == "1.50"
    authors = InitiativeAuthor.objects.filter(initiative_id=page.pk)
    assert [(a.name, a.consent) for a in authors] == [
        ("Lương Thị Mẫu", True),
        ("Vi Văn Kín", False),
    ]


def test_a_trial_writes_nothing(tmp_path):
    report, error = imported(tmp_path, [GOOD])
    assert not error
    assert report["written"] is False
    assert report["counts"]["added"] == 1
    assert not InitiativePage.objects.exists()
    assert not Organisation.objects.filter(name="Trạm Y tế Mẫu").exists()


def test_without_publish_they_are_drafts(tmp_path):
    imported(tmp_path, [GOOD], "--confirm")
    page = InitiativePage.objects.get()
    assert not page.live
    assert page.get_latest_revision() is not None


def test_a_second_run_changes_nothing(tmp_path):
    for expected in ("added", "unchanged"):
        report, _error = imported(tmp_path, [GOOD], "--confirm", "--publish")
        assert report["counts"][expected] == 1
    assert InitiativePage.objects.count() == 1


def test_what_differs_is_named_and_an_empty_cell_says_nothing(tmp_path):
    imported(tmp_path, [GOOD], "--confirm", "--publish")
    changed = GOOD | {"Vấn đề": "Khác trước.", "Chi phí áp dụng": ""}
    report, _error = imported(tmp_path, [changed], "--confirm", "--publish")
    assert report["rows"][0]["changes"] == ["Vấn đề"]
    page = InitiativePage.objects.get()
    assert (page.problem, page.cost) == ("Khác trước.", 1_200_000)
    assert page.steps.count() == 2


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("Lĩnh vực", "Thiên văn", "Thiên văn"),
        ("Loại giải pháp", "Giải pháp mơ hồ", "Giải pháp"),
        ("Ngày áp dụng lần đầu", "31/02/2023", "31/02/2023"),
        ("Ngày công nhận", "04/9/2023", "sớm hơn ngày áp dụng lần đầu"),
        ("Chi phí áp dụng", "-5", ""),
        ("Chi phí áp dụng", "rẻ", ""),
        ("Tác giả", "A; Đơn vị; 60; có\nB; Đơn vị; 39; có", "99%"),
        ("Tác giả", "A; Đơn vị; 60; có\nB; Đơn vị; 41; có", "101%"),
        ("Tác giả", "Chỉ có tên", "tỷ lệ"),
        ("Văn bản căn cứ", "99/2099/QĐ-UBND", "Thư viện"),
        ("Tên sáng kiến", "T" * 300, ""),
        ("Vấn đề", "", ""),
        ("Vấn đề", "V" * 1001, ""),
        ("Phạm vi ảnh hưởng", "Cấp tỉnh, bộ", "đánh giá phạm vi"),
    ],
)
def test_each_wrong_cell_is_named_and_its_row_left_out(tmp_path, cell, value, said):
    good = GOOD | {"Số hồ sơ": "SK-2024-02"}
    report, error = imported(tmp_path, [GOOD | {cell: value}, good], "--confirm")
    assert error
    assert report["counts"] == {
        "added": 1,
        "changed": 0,
        "unchanged": 0,
        "refused": 1,
    }
    [problem] = [p for p in report["problems"] if not p["warning"]]
    assert problem["row"] == 2
    assert said in f"{problem['message']} {problem['value']} {problem['where']}"
    assert [page.code for page in InitiativePage.objects.all()] == ["SK-2024-02"]


def test_one_code_in_two_rows_is_refused_the_second_time(tmp_path):
    report, _error = imported(tmp_path, [GOOD, GOOD], "--confirm")
    assert "số hồ sơ này" in problems(report)
    assert InitiativePage.objects.count() == 1


def test_a_unit_that_is_not_in_the_list_is_added_and_said(tmp_path):
    add_unit("Trạm Đã Có")
    known = GOOD | {"Số hồ sơ": "SK-2", "Đơn vị": "Trạm Đã Có"}
    report, error = imported(tmp_path, [GOOD, known], "--confirm")
    assert not error
    warned = [p["row"] for p in report["problems"] if p["warning"]]
    assert warned == [2]
    assert Organisation.objects.filter(name__startswith="Trạm").count() == 2


def test_a_locked_page_is_left_alone(tmp_path):
    page = add_initiative(code="SK-2024-01", locked=True)
    report, error = imported(tmp_path, [GOOD], "--confirm", "--publish")
    assert error
    assert report["counts"]["refused"] == 1
    page.refresh_from_db()
    assert page.problem != GOOD["Vấn đề"]


def test_html_in_cells_is_kept_as_words(tmp_path, client):
    nasty = GOOD | {"Vấn đề": "<script>alert(1)</script>"}
    imported(tmp_path, [nasty], "--confirm", "--publish")
    page = InitiativePage.objects.get()
    assert page.problem == "<script>alert(1)</script>"
    assert "<script>alert" not in client.get(page.url).content.decode()
