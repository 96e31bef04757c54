"""Acts of several issuers, their signers and their gazette, from a table.

Number and issuers are those of Thông tư liên tịch 93/2006/TTLT-BTC-BKHCN; a number of
two issues ("15 + 16") is how Công báo prints it. Days and signers are made up.
"""

from datetime import date

import pytest

from documents.models import JointIssuer, RegulationPage
from documents.tests.importing.test_intake import imported, messages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]

HEADINGS = (
    "Số, ký hiệu",
    "Trích yếu",
    "Cơ quan ban hành",
    "Ngày ban hành",
    "Người ký",
    "Chức vụ người ký",
    "Số Công báo",
    "Ngày Công báo",
)
SYMBOL, BOTH = "93/2006/TTLT-BTC-BKHCN", "Bộ Tài chính; BKHCN"


def row(**cells) -> tuple:
    """A row of an invented joint act; cells are named by the columns' keys."""
    facts = {
        "symbol": SYMBOL,
        "title": "Hướng dẫn mẫu",
        "issuers": BOTH,
        "signed_on": "10/2/2006",
        "signers": "Người Ký Mẫu A; Người Ký Mẫu B",
        "positions": "; Thứ trưởng",
        "gazette": "15 + 16",
        "gazette_on": "20/2/2006",
        **cells,
    }
    return tuple(facts.values())


@pytest.mark.parametrize("publish", [(), ("--publish",)])
def test_issuers_signers_and_gazette_come_in(tmp_path, publish):
    report, error = imported(tmp_path, [HEADINGS, row()], "--confirm", *publish)
    assert (error, report["counts"]["added"]) == ("", 1)
    act = RegulationPage.objects.get()
    [other] = act.joint_issuers.all()
    assert (act.issuer.abbreviation, act.signer, act.signer_title) == (
        "BTC",
        "Người Ký Mẫu A",
        "",
    )
    assert other.issuer.abbreviation == "BKHCN"
    assert (other.signer, other.signer_title) == ("Người Ký Mẫu B", "Thứ trưởng")
    assert (act.gazette_number, act.gazette_on) == ("15 + 16", date(2006, 2, 20))
    assert act.joint_keys == str(other.issuer_id)
    revision = act.get_latest_revision_as_object()
    assert [one.issuer_id for one in revision.joint_issuers.all()] == [other.issuer_id]


def test_a_second_run_changes_nothing_and_more_is_added(tmp_path):
    imported(tmp_path, [HEADINGS, row(signers="", positions="")], "--confirm")
    again, _error = imported(
        tmp_path, [HEADINGS, row(signers="", positions="")], "--confirm"
    )
    assert again["counts"]["unchanged"] == 1
    more = row(issuers=f"{BOTH}; BNV", positions="")
    report, _error = imported(tmp_path, [HEADINGS, more], "--confirm", "--publish")
    assert report["counts"]["changed"] == 1
    rows = JointIssuer.objects.order_by("sort_order")
    assert [(one.issuer.abbreviation, one.signer) for one in rows] == [
        ("BKHCN", "Người Ký Mẫu B"),
        ("BNV", ""),
    ]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"issuers": "Bộ Tài chính; BTC"}, "được nêu hai lần"),
        ({"issuers": "Bộ Tài chính; Bộ Không Có"}, "Bộ Không Có"),
        ({"issuers": ";"}, "Cơ quan ban hành"),
        ({"signers": "A; B; C"}, "Có 3 mục nhưng văn bản có 2 cơ quan"),
        ({"gazette_on": "9/2/2006"}, "Công báo không thể đăng văn bản trước ngày ký"),
        ({"gazette_on": "31/2/2006"}, "Ngày Công báo"),
    ],
)
def test_a_cell_that_cannot_be_is_named(tmp_path, cells, said):
    report, _error = imported(tmp_path, [HEADINGS, row(**cells)])
    assert report["counts"].get("added", 0) == 0
    assert any(
        said in f"{problem['where']} {problem['message']} {problem.get('value', '')}"
        for problem in report["problems"]
    ), report["problems"]


def test_an_issuer_only_the_number_names_is_said(tmp_path):
    cells = {"issuers": "BTC", "signers": "", "positions": ""}
    report, _error = imported(tmp_path, [HEADINGS, row(**cells)])
    assert report["counts"]["added"] == 1
    assert any("Bộ Khoa học và Công nghệ (BKHCN)" in said for said in messages(report))


def test_a_gazette_before_the_signing_the_library_knows_is_refused(tmp_path):
    imported(tmp_path, [HEADINGS, row(gazette="", gazette_on="")], "--confirm")
    late = row(signed_on="", gazette_on="1/2/2006")
    report, _error = imported(tmp_path, [HEADINGS, late])
    assert report["counts"].get("changed", 0) == 0
    assert any("trước ngày ký" in said for said in messages(report))
