"""`manage.py measure_extraction`: what it says of a page's time."""

import io
import re

import pytest
from django.core.management import CommandError, call_command

from documents.tests.extraction_files import latin_pdf, said


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
