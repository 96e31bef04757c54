"""Numbers that were once refused, as older and joint acts print them: entered by hand
and from a table.

They are those of Nghị quyết 31-HĐBT, Quyết định 64-CP and 299/TTg, Thông tư 04 TC/TCT,
Thông tư liên tịch 93/2006/TTLT/BTC-BKHCN, of letters 285/CCTTHC and 196/LHHVN, and of a
province the library does not list.
"""

import pytest

from documents.models import DocumentType, Issuer, RegulationPage
from documents.tests.act_forms import add
from documents.tests.importing.test_intake import ISSUER, imported

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
HEADINGS = (
    "Số, ký hiệu",
    "Trích yếu",
    "Loại văn bản",
    "Cơ quan ban hành",
    "Ngày ban hành",
)
NUMBERS = [
    ("31-HĐBT", "31/HĐBT"),
    ("64-CP", "64/CP"),
    ("299/TTg", "299/TTg"),
    ("04 TC/TCT", "04/TC-TCT"),
    ("01/1999/QĐ.UB", "01/1999/QĐ-UB"),
    ("93/2006/TTLT/BTC-BKHCN", "93/2006/TTLT-BTC-BKHCN"),
    ("285/CCTTHC", "285/CCTTHC"),
    ("196/LHHVN", "196/LHHVN"),
    ("12/2023/QĐ-BXYZ", "12/2023/QĐ-BXYZ"),
]


@pytest.mark.parametrize(("printed", "kept"), NUMBERS)
def test_an_editor_enters_it(admin_client, printed, kept):
    issuer = Issuer.objects.get(abbreviation="UBND", territory__isnull=False)
    add(admin_client, symbol=printed, issuer=issuer.pk)
    act = RegulationPage.objects.get()
    draft = act.get_latest_revision_as_object()
    assert (draft.symbol, draft.issuer) == (kept, issuer)
    assert draft.symbol_as_printed == ("" if printed == kept else printed)


def test_a_table_brings_them_in(tmp_path):
    kind = DocumentType.objects.get(abbreviation="QĐ").name
    rows = [
        (printed, f"Văn bản mẫu {number}", kind, ISSUER, "1/2/1999")
        for number, (printed, _kept) in enumerate(NUMBERS)
    ]
    report, error = imported(tmp_path, [HEADINGS, *rows], "--confirm")
    assert (error, report["counts"]["added"]) == ("", len(NUMBERS)), report
    stored = set(RegulationPage.objects.values_list("symbol", flat=True))
    assert stored == {kept for _printed, kept in NUMBERS}
