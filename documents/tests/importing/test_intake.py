"""The importer of acts: what a file says is what the library gets, and once only."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from documents.models import (
    Issuer,
    PageCitation,
    RegulationEffect,
    RegulationIndexPage,
    RegulationPage,
    RegulationProvision,
)
from documents.tests.act_factories import TEXT, add_act
from portal.models import Locality, SearchEntry
from portal.tabular import write_csv, write_xlsx
from portal.tests.tabular.files import raw_workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]

ISSUER = "UBND tỉnh Lạng Sơn"
HEADINGS = ("Số, ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày ban hành")
ROW = ("36/2018/QĐ-UBND", "Quy định mẫu", ISSUER, "19/4/2018")


def imported(tmp_path, rows, *options, name="acts.csv"):
    """The report of importing the rows, and what the command ended with."""
    path = tmp_path / name
    if isinstance(rows, bytes):
        path.write_bytes(rows)
    elif name.endswith("json"):
        path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    else:
        headings, *rest = rows
        write = write_xlsx if name.endswith("xlsx") else write_csv
        path.write_bytes(write(headings, rest))
    out = StringIO()
    try:
        call_command("import_regulations", path, *options, "--json", stdout=out)
        error = ""
    except CommandError as refused:
        error = str(refused)
    return json.loads(out.getvalue() or "{}"), error


def objects(headings, *rows):
    return [dict(zip(headings, row, strict=True)) for row in rows]


def messages(report):
    return [f"{p['where']}: {p['message']}" for p in report["problems"]]


@pytest.mark.parametrize("name", ["acts.csv", "acts.xlsx", "acts.json"])
def test_each_format_says_the_same(tmp_path, name):
    rows = objects(HEADINGS, ROW) if name.endswith("json") else [HEADINGS, ROW]
    report, error = imported(tmp_path, rows, "--confirm", name=name)
    assert (error, report["counts"]["added"]) == ("", 1)
    act = RegulationPage.objects.get()
    assert (act.symbol, act.title, act.signed_on) == (
        "36/2018/QĐ-UBND",
        "Quy định mẫu",
        date(2018, 4, 19),
    )
    assert (act.type.abbreviation, act.issuer.abbreviation) == ("QĐ", "UBND")
    assert (act.live, act.slug) == (False, "36-2018-qd-ubnd")


def test_a_trial_writes_nothing(tmp_path):
    report, _error = imported(tmp_path, [HEADINGS, ROW])
    assert (report["written"], report["counts"]["added"]) == (False, 1)
    assert not RegulationPage.objects.exists()


def test_a_published_import_leaves_what_publishing_leaves(tmp_path):
    """Beside an act an editor published: tree, history, every index."""
    facts = {"title": "Quy định mẫu", "text": TEXT, "signed_on": date(2018, 4, 19)}
    by_hand = add_act("35/2018/QĐ-UBND", **facts)
    headings = (*HEADINGS, "Toàn văn", "Căn cứ", "Lĩnh vực")
    row = (*ROW, f"{TEXT}Điều 16. Theo 35/2018/QĐ-UBND", "35/2018/QĐ-UBND", "Y tế")
    imported(tmp_path, [headings, row], "--confirm", "--publish")
    act = RegulationPage.objects.get(symbol=ROW[0])
    assert Page.find_problems() == ([], [], [], [], [])
    assert RegulationIndexPage.objects.get().get_children().count() == 2
    assert act.live and not act.has_unpublished_changes
    assert (
        act.live_revision_id
        == act.latest_revision_id
        == Revision.objects.latest("pk").pk
    )
    restored = act.latest_revision.as_object()
    assert (restored.text, restored.effects.count()) == (act.text, 1)
    assert [f.slug for f in restored.fields.all()] == ["y-te"]
    assert act.effects.get().review == "proposed"
    assert PageCitation.objects.get(page=act).regulation_id == by_hand.pk
    assert RegulationProvision.objects.filter(regulation=act).count() == 1 + (
        by_hand.provisions.count()
    )
    entries = SearchEntry.objects.filter(page__in=[act.pk, by_hand.pk], part=0)
    assert {entry.url for entry in entries} == {act.get_url(), by_hand.get_url()}
    assert Page.objects.search("quy định mẫu").count() == 2
    actions = PageLogEntry.objects.filter(page=act.pk).order_by("pk")
    assert [entry.action for entry in actions] == ["wagtail.create", "wagtail.publish"]
    kept = ReferenceIndex.get_references_for_object(act)
    by_type = set(kept.values_list("model_path", flat=True))
    assert {"type", "issuer", "effects.item.target"} <= by_type


def test_a_second_run_changes_nothing(tmp_path):
    headings = (*HEADINGS, "Toàn văn", "Sửa đổi", "Lĩnh vực", "Đối tượng")
    rows = [
        headings,
        (*ROW, TEXT, "", "Y tế", "Một; Hai"),
        (
            "06/2020/QĐ-UBND",
            "Sửa đổi mẫu",
            ISSUER,
            "12/3/2020",
            "",
            "khoản 2 Điều 2 Quyết định 36/2018/QĐ-UBND từ 22/3/2020 đã xác nhận",
            "",
            "",
        ),
    ]
    options = ("--confirm", "--publish")
    first, _error = imported(tmp_path, rows, *options)
    state = list(RegulationPage.objects.order_by("pk").values())
    effects = list(RegulationEffect.objects.values())
    revisions = Revision.objects.count()
    second, _error = imported(tmp_path, rows, *options)
    assert (first["counts"]["added"], second["counts"]["unchanged"]) == (2, 2)
    assert list(RegulationPage.objects.order_by("pk").values()) == state
    assert list(RegulationEffect.objects.values()) == effects
    assert Revision.objects.count() == revisions
    (effect,) = effects
    assert (effect["provision"], effect["effective_on"], effect["review"]) == (
        "dieu-2-khoan-2",
        date(2020, 3, 22),
        "confirmed",
    )


def test_what_the_file_adds_is_changed_and_what_it_leaves_out_stays(tmp_path):
    act = add_act(ROW[0], title="Quy định mẫu", signer="Người ký mẫu")
    headings = (*HEADINGS, "Tóm tắt", "Người ký")
    rows = [headings, (*ROW[:3], "02/01/2024", "Ba điều mới.", "")]
    report, _error = imported(tmp_path, rows, "--confirm", "--publish")
    act.refresh_from_db()
    assert (act.summary, act.signer) == ("Ba điều mới.", "Người ký mẫu")
    assert [row["changes"] for row in report["rows"]] == [["Tóm tắt"]]


def test_an_editors_draft_is_not_published(tmp_path):
    act = add_act(ROW[0], title="Quy định mẫu")
    act.summary = "Biên tập viên đang viết."
    act.save_revision()
    rows = [(*HEADINGS, "Người ký"), (*ROW[:3], "02/01/2024", "Người ký mẫu")]
    report, _error = imported(tmp_path, rows, "--confirm", "--publish")
    act.refresh_from_db()
    assert (act.signer, act.summary) == ("", "")
    draft = act.get_latest_revision_as_object()
    assert (draft.signer, draft.summary) == ("Người ký mẫu", "Biên tập viên đang viết.")
    assert report["problems"][0]["warning"]


def test_two_issuers_share_a_number(tmp_path):
    other = Locality.objects.create(name="Cao Bằng", kind="province")
    facts = {"name": "Hội đồng nhân dân tỉnh Cao Bằng", "level": "local"}
    Issuer.objects.create(abbreviation="HĐND", territory=other, **facts)
    number = "20/2024/NQ-HĐND"
    rows = [
        (*HEADINGS, "Bãi bỏ"),
        (number, "Của Lạng Sơn", "HĐND tỉnh Lạng Sơn", "10/12/2024", ""),
        (number, "Của Cao Bằng", "HĐND tỉnh Cao Bằng", "11/12/2024", ""),
        (*ROW, f"{number} của HĐND tỉnh Cao Bằng"),
        ("37/2018/QĐ-UBND", "Không rõ", ISSUER, "1/5/2018", number),
    ]
    report, error = imported(tmp_path, rows, "--confirm")
    assert error == ""
    acts = RegulationPage.objects.filter(symbol=number)
    assert len({act.slug for act in acts}) == 2
    effect = RegulationEffect.objects.get()
    assert effect.target.issuer.territory == other
    assert any("Dòng 5" in message for message in messages(report))


def test_errors_name_row_and_column_and_good_rows_are_kept(tmp_path):
    rows = [
        HEADINGS,
        ROW,
        ("37/2018/QĐ-UBND", "Ngày sai", ISSUER, "30/02/2020"),
        ("38/2018/QĐ-UBND", "Cơ quan lạ", "Ủy ban nhân dân tỉnh Lạng Sơm", "1/2/2018"),
        ("39/2018/QD-UBND", "Thiếu dấu", ISSUER, "1/2/2018"),
        ("số hiệu", "Không phải số", ISSUER, "1/2/2018"),
        ("1234/SKHCN-QLKH", "Công văn", ISSUER, "1/2/2018"),
        ("40/2018/QĐ-UBND", "", ISSUER, "1/2/2018"),
        ROW,
    ]
    report, error = imported(tmp_path, rows, "--confirm")
    assert report["counts"] == {
        "added": 1,
        "changed": 0,
        "unchanged": 0,
        "refused": 7,
    }
    assert error
    assert RegulationPage.objects.count() == 1
    places = [message.partition(": ")[0] for message in messages(report)]
    assert places == [
        "Dòng 3, cột D (Ngày ban hành)",
        "Dòng 4, cột C (Cơ quan ban hành)",
        "Dòng 5, cột A (Số, ký hiệu)",
        "Dòng 6, cột A (Số, ký hiệu)",
        places[4],
        "Dòng 8, cột B (Trích yếu)",
        "Dòng 9, cột A (Số, ký hiệu)",
    ]
    assert "7" in places[4] and "Loại văn bản" in places[4]
    assert "Có phải là “Ủy ban nhân dân tỉnh Lạng Sơn”?" in messages(report)[1]
    assert "“QĐ”" in messages(report)[2]


def test_a_circle_and_an_effect_before_signing_are_proposals(tmp_path):
    said = "toàn bộ từ {} đã xác nhận"
    rows = [
        (*HEADINGS, "Thay thế"),
        (*ROW, f"37/2018/QĐ-UBND {said.format('1/5/2018')}"),
        (
            "37/2018/QĐ-UBND",
            "Hai",
            ISSUER,
            "20/4/2018",
            f"36/2018/QĐ-UBND {said.format('1/5/2018')}",
        ),
        ("38/2018/QĐ-UBND", "Ba", ISSUER, "1/5/2018", "38/2018/QĐ-UBND"),
        (
            "39/2018/QĐ-UBND",
            "Bốn",
            ISSUER,
            "1/5/2018",
            f"38/2018/QĐ-UBND {said.format('30/4/2018')}",
        ),
    ]
    report, error = imported(tmp_path, rows, "--confirm")
    assert error == ""
    assert report["counts"]["added"] == 4
    assert {e.review for e in RegulationEffect.objects.all()} == {"proposed"}
    assert RegulationEffect.objects.count() == 3
    assert [problem["row"] for problem in report["problems"]] == [2, 3, 4, 5]


UNCLEAR = (
    "không có số nào",
    "36/2018/QĐ-UBND và 37/2018/QĐ-UBND",
    "36/2018/QĐ-UBND từ 31/02/2020",
    "36/2018/QĐ-UBND từ hôm nay",
    "36/2018/QĐ-UBND đến 1/1/2021",
    "36/2018/QĐ-UBND từ 1/1/2020 đã xác nhận",
    "toàn bộ Điều 5 Quyết định 36/2018/QĐ-UBND",
    "Điều 5 đến Điều 8 Quyết định 36/2018/QĐ-UBND",
)


def test_an_unclear_relation_refuses_its_row_alone(tmp_path):
    add_act("36/2018/QĐ-UBND")
    rows = [
        (*HEADINGS, "Bãi bỏ"),
        *(
            (f"{number}/2018/QĐ-UBND", "Hai", ISSUER, "20/4/2018", entry)
            for number, entry in enumerate(UNCLEAR, 50)
        ),
        ("38/2018/QĐ-UBND", "Ba", ISSUER, "20/4/2018", ""),
    ]
    report, error = imported(tmp_path, rows, "--confirm")
    assert error
    assert [problem["value"] for problem in report["problems"]] == list(UNCLEAR)
    assert [problem["where"] for problem in report["problems"]] == [
        f"Dòng {row}, cột E (Bãi bỏ)" for row in range(2, 2 + len(UNCLEAR))
    ]
    assert report["counts"]["added"] == 1


def test_an_unknown_target_is_left_out_until_it_is_there(tmp_path):
    add_act("36/2018/QĐ-UBND")
    rows = [
        (*HEADINGS, "Căn cứ"),
        ("37/2018/QĐ-UBND", "Hai", ISSUER, "20/4/2018", "36/2108/QĐ-UBND"),
    ]
    report, error = imported(tmp_path, rows, "--confirm")
    assert error == ""
    assert "36/2018/QĐ-UBND" in messages(report)[0]
    assert not RegulationEffect.objects.exists()
    add_act("36/2108/QĐ-UBND")
    report, _error = imported(tmp_path, rows, "--confirm")
    assert report["counts"]["changed"] == 1
    draft = RegulationPage.objects.get(symbol="37/2018/QĐ-UBND")
    (effect,) = draft.get_latest_revision_as_object().effects.all()
    assert effect.target.symbol == "36/2108/QĐ-UBND"


def test_an_editors_decision_on_an_effect_stands(tmp_path):
    target = add_act("36/2018/QĐ-UBND")
    source = add_act("37/2018/QĐ-UBND", title="Hai")
    source.effects.add(
        RegulationEffect(
            kind="repeals", target=target, scope="whole", review="rejected"
        )
    )
    source.save_revision().publish()
    relation = "36/2018/QĐ-UBND toàn bộ từ 1/1/2019 đã xác nhận"
    rows = [
        (*HEADINGS, "Bãi bỏ"),
        ("37/2018/QĐ-UBND", "Hai", ISSUER, "02/01/2024", relation),
    ]
    report, _error = imported(tmp_path, rows, "--confirm", "--publish")
    assert report["counts"]["unchanged"] == 1
    assert RegulationEffect.objects.get().review == "rejected"


def test_a_huge_table_is_refused_politely(tmp_path):
    row = "".join(f"<c><v>{n}</v></c>" for n in range(100))
    sheet = f"<sheetData>{f'<row>{row}</row>' * 10_000}</sheetData>"
    report, error = imported(tmp_path, raw_workbook(sheet), name="acts.xlsx")
    assert report == {}
    assert "400000" in error.replace(".", "").replace(",", "") or "20000" in error


NO_TABLES = (
    ("a.csv", b""),
    ("a.csv", b"%PDF-1.7"),
    ("a.xlsx", b"PK\x03\x04not a workbook"),
    ("a.json", b'{"a": 1}'),
    ("a.json", b"[" * 5_000),
    ("a.csv", b"\xff\xfe\x00"),
    ("a.csv", "Số, ký hiệu\n36/2018/QĐ-UBND".encode()),
)


def test_a_file_that_is_no_table_is_refused_in_words(tmp_path):
    for name, content in NO_TABLES:
        report, error = imported(tmp_path, content, name=name)
        assert report == {}
        assert error.startswith(f"{name}: ")


def test_values_of_the_wrong_kind_are_errors_of_their_cells(tmp_path):
    headings = (*HEADINGS, "Địa chỉ nguồn", "Tình trạng theo nguồn khác", "Minh họa")
    rows = objects(
        headings,
        (*ROW, "javascript:alert(1)", None, None),
        ("37/2018/QĐ-UBND", "Hai", ISSUER, {"ngày": 1}, None, None, None),
        ("38/2018/QĐ-UBND", "Ba", ISSUER, "1/2/2018", None, "Còn hiệu lực", None),
        ("39/2018/QĐ-UBND", "x" * 300, ISSUER, "1/2/2018", None, None, "có thể"),
    )
    report, error = imported(tmp_path, rows, name="acts.json")
    assert error
    assert report["counts"]["refused"] == 4
    assert len(report["problems"]) == 5


def test_the_template_is_read_back_and_the_columns_are_printed(tmp_path):
    path = tmp_path / "mau.xlsx"
    out = StringIO()
    call_command("import_regulations", "--template", path, stdout=out)
    with pytest.raises(CommandError, match="mau.xlsx"):
        call_command("import_regulations", path, stdout=out)
    call_command("import_regulations", "--columns", stdout=out)
    assert "Số, ký hiệu (" in out.getvalue()
    with pytest.raises(CommandError):
        call_command("import_regulations", stdout=out)


def test_more_rows_need_few_more_queries(tmp_path, django_assert_max_num_queries):
    """A trial reads the library in batches, not row by row."""
    rows = [
        (f"{n:02}/2018/QĐ-UBND", f"Mẫu {n}", ISSUER, "1/2/2018") for n in range(1, 61)
    ]
    with django_assert_max_num_queries(20):
        report, _error = imported(tmp_path, [HEADINGS, *rows])
    assert report["counts"]["added"] == 60
