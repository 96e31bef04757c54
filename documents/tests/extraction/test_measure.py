"""`manage.py measure_extraction`: what it says, and how a page's time compares."""

import io
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from documents.tests.extraction.printed_pages import joined
from documents.tests.extraction.test_acts_flow import (
    DECISION_115,
    DECREE_109,
    PROGRAMME_256,
    REGULATION_522,
)
from documents.tests.extraction_files import latin_pdf, printed, said


def test_it_says_pages_time_and_ratio(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(latin_pdf(said((85, 700, "Mau")), said((85, 700, "Hai"))))
    out = io.StringIO()
    call_command("measure_extraction", path, "--runs", "1", stdout=out)
    said_so = r"a\.pdf: 2 pages, [\d.]+ ms a page, [\d.]+ times pypdf\n"
    assert re.fullmatch(said_so, out.getvalue())


@pytest.mark.parametrize("content", [b"", b"no PDF"])
def test_what_is_no_pdf_is_named(tmp_path, content):
    path = tmp_path / "b.pdf"
    path.write_bytes(content)
    with pytest.raises(CommandError, match="b.pdf"):
        call_command("measure_extraction", path)


def ratio_of(path: Path, runs: int) -> float:
    out = io.StringIO()
    call_command("measure_extraction", path, "--runs", runs, stdout=out)
    (ratio,) = re.findall(r"([\d.]+) times pypdf", out.getvalue())
    return float(ratio)


def test_a_printed_page_takes_at_most_twice_the_time_of_pypdf(tmp_path):
    """Processor time of both in one process: how fast the machine is does not count."""
    lines = "".join(
        f"<p>Điều {n}. Cơ quan, tổ chức, cá nhân có liên quan trong hoạt động sáng "
        f"kiến thực hiện theo khoản {n} Điều 5 của Quy định này và Điều 7.</p>"
        for n in range(1, 120)
    )
    path = tmp_path / "c.pdf"
    path.write_bytes(printed(lines))
    assert ratio_of(path, 5) <= 2


def test_pages_of_acts_take_at_most_twice_the_time_of_pypdf(tmp_path):
    """Decree 109/2004, decision 115/2004 and those of two provinces, in their words."""
    acts = DECISION_115, DECREE_109, REGULATION_522, PROGRAMME_256
    words = "".join(f"<p>{joined(one)}</p>" for act in acts for one in act)
    path = tmp_path / "d.pdf"
    path.write_bytes(printed(words * 2))
    assert ratio_of(path, 5) <= 2
