"""Every error and remark has its sentence."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from documents import extraction
from documents.extraction import Remark, ocr, wording
from documents.extraction.errors import ExtractionError

PARAMS = {
    "actual": "docx", "named": "pdf", "limit": 5, "pages": [1, 2], "count": 3,
    "seconds": 9, "kinds": ["javascript", "launch"], "page_numbers": 1, "heads": 2,
    "status": 15,
}  # fmt: skip
SOURCES = list(Path(extraction.__file__).parent.rglob("*.py"))


def noted() -> set[str]:
    """The codes of all remarks the readers make."""
    source = "".join(path.read_text() for path in SOURCES)
    return set(re.findall(r"\.note\(\s*\"(\w+)\"", source))


def test_no_error_is_without_words():
    errors = ExtractionError.__subclasses__()
    assert ocr.OcrFailed in errors
    assert {error.code for error in errors} == set(wording.ERRORS)


@pytest.mark.parametrize("error", ExtractionError.__subclasses__())
def test_an_error_reads_as_a_sentence(error):
    text = wording.error_text(error(**PARAMS))
    assert text.endswith(".")
    assert "%" not in text


def test_no_finding_is_without_words():
    assert noted() == set(wording.FINDINGS)


@pytest.mark.parametrize("code", sorted(wording.FINDINGS))
def test_a_finding_reads_as_a_sentence(code):
    text = wording.remark_text(Remark(code, PARAMS))
    assert text.endswith(".")
    assert "%" not in text


def test_an_unknown_kind_of_file_has_words_too():
    with translation.override("en"):
        text = wording.error_text(extraction.NotADocument(actual="unknown"))
    assert text.endswith("it seems to be an unknown kind of file.")
