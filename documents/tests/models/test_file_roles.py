"""A file of an act says what it is, until its editor does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.enums import FileRole
from documents.models import RegulationFile, RegulationPage
from documents.models.file_roles import usual_role
from documents.tests.act_forms import add, draft, edit, shown, stored
from documents.tests.extraction_files import latin_pdf, paragraph, said, word

SIGNED, SCAN, DOCX, APPENDIX = FileRole
ROLES = st.lists(st.sampled_from(FileRole), max_size=4)
ENDINGS = st.sampled_from(["pdf", "PDF", "docx", "xlsx", "zip", ""])


@pytest.mark.parametrize(
    ("name", "has_text", "before", "role"),
    [
        ("36_2018_QD-UBND.pdf", True, [], SIGNED),
        ("36_2018_QD-UBND.pdf", None, [], SIGNED),
        ("36_2018_QD-UBND.pdf", False, [], SCAN),
        ("36_2018_QD-UBND.docx", None, [SIGNED], DOCX),
        ("ban-ky.pdf", True, [DOCX], SIGNED),
        ("danh-sach.pdf", True, [SIGNED], APPENDIX),
        ("danh-sach.pdf", False, [SCAN, DOCX], APPENDIX),
        ("ban-hai.docx", None, [DOCX], APPENDIX),
        ("bang-tinh.xlsx", None, [], APPENDIX),
        ("Phụ lục II.docx", None, [], APPENDIX),
        ("bieu_mau_01.pdf", True, [], APPENDIX),
        ("PL1.pdf", True, [], APPENDIX),
        ("Quyết định ban hành danh mục phụ lục.pdf", True, [], SIGNED),
        ("plan.pdf", True, [], SIGNED),
    ],
)
def test_what_a_file_usually_is(name, has_text, before, role):
    ending = name.rpartition(".")[2]
    assert usual_role([name], ending, has_text=has_text, before=before) == role


@given(st.text(max_size=20), ENDINGS, st.booleans() | st.none(), ROLES)
def test_an_act_has_one_text_of_a_kind_at_most(name, ending, has_text, before):
    role = usual_role([name], ending, has_text=has_text, before=before)
    assert role in FileRole
    if role == DOCX:
        assert DOCX not in before
    if role in (SIGNED, SCAN):
        assert not {SIGNED, SCAN} & set(before)


LINES = ("ỦY BAN NHÂN DÂN", "Điều 1. Phạm vi", "Áp dụng trong tỉnh.")
PAPER = latin_pdf(said((72, 700, "Decision 45 of the province")))
WORD = word("".join(map(paragraph, LINES)))


def roles(act) -> list[str]:
    rows = RegulationFile.objects.filter(regulation=act)
    return list(rows.values_list("role", flat=True))


@pytest.mark.django_db
def test_nobody_is_stopped_for_it_when_publishing(front, admin_client):
    files = [
        (
            stored(
                "quyet-dinh.pdf",
                PAPER,
            ),
            "",
        ),
        (stored("quyet-dinh.docx", WORD), ""),
        (stored("Phụ lục I.xlsx", b"PK"), ""),
    ]
    answer = add(
        admin_client, symbol="45/2024/QĐ-UBND", files=files, **{"action-publish": "1"}
    )
    assert answer.status_code == 302, answer.context["form"].errors
    act = RegulationPage.objects.get()
    assert (act.live, roles(act)) == (True, [SIGNED, DOCX, APPENDIX])


@pytest.mark.django_db
def test_a_draft_shows_it_to_be_corrected_and_keeps_the_correction(front, admin_client):
    file = stored("ban-quet.pdf", latin_pdf(b"0 0 100 100 re f"))
    add(admin_client, symbol="45/2024/QĐ-UBND", files=[(file, "")])
    act = RegulationPage.objects.get()
    assert [row.role for row in draft(act).files.all()] == [SCAN]
    page = shown(admin_client.get(f"/admin/pages/{act.pk}/edit/"))
    assert '<option value="scan" selected>' in page
    # So does the row a script adds: what happens where nothing is chosen.
    assert '<option value="" selected>Theo chính tệp' in page

    row = RegulationFile.objects.get()
    for typed, kept in ((APPENDIX, APPENDIX), ("", SCAN)):
        row.role = typed
        edit(admin_client, act, kept=[row])
        assert [file.role for file in draft(act).files.all()] == [kept]
