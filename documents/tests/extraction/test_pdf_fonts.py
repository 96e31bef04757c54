"""Text set in fonts from before Unicode is known by the font's name and neighbours.

The lines are shaped as the headings of provincial resolutions of those years; the act
is invented.
"""

import pytest

from documents.extraction import extract
from documents.extraction.lines import Cleaner
from documents.tests.extraction_files import latin_pdf, said
from portal.vietnamese import LegacyEncoding, encoding_of_font, may_be_in

HEADING, READ = "Sè: 14/2019/NQ-H§ND", "Số: 14/2019/NQ-HĐND"


def set_in(font: str, *lines: str) -> bytes:
    """A page of these lines in a font of that name."""
    at = [(85.0, 700.0 - 40 * place, words) for place, words in enumerate(lines)]
    return latin_pdf(said(*at)).replace(b"/Helvetica", f"/{font}".encode())


def read(font: str, *lines: str) -> list[str]:
    return extract(set_in(font, *lines), filename="a.pdf").text.splitlines()


@pytest.mark.parametrize(
    ("font", "printed", "text"),
    [
        (".VnTime", HEADING, READ),
        ("ABCDEF+.VnArial", HEADING, READ),
        ("VNI-Times", "Soá: 14/2019/NQ-HÑND", READ),
        (".VnTimeH", "quyÕt ®Þnh", "QUYẾT ĐỊNH"),
        ("Helvetica", "Công ty café", "Công ty café"),
    ],
)
def test_a_font_names_its_encoding(font, printed, text):
    assert read(font, printed) == [text]


def test_the_editor_learns_that_it_was_decoded():
    found = extract(set_in(".VnTime", HEADING, "Minh"), filename="a.pdf")
    [remark] = [one for one in found.remarks if one.code == "legacy_encoding"]
    assert remark.params == {"count": 1}


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        (".VnTime", LegacyEncoding.TCVN3),
        ("ABCDEF+.VnTimeH", LegacyEncoding.TCVN3),
        ("VnArial", LegacyEncoding.TCVN3),
        ("VNI-Times", LegacyEncoding.VNI),
        ("ABCDEF+VNI-Helve", LegacyEncoding.VNI),
        ("TimesNewRoman", None),
        ("SVN-Gilroy", None),
        ("", None),
    ],
)
def test_names_of_fonts(name, encoding):
    assert encoding_of_font(name) is encoding


AROUND = "Céng hoµ x· héi chñ nghÜa ViÖt Nam"


@pytest.mark.parametrize("lines", [[AROUND, HEADING], [HEADING, AROUND]])
def test_neighbours_tell_the_encoding_of_a_short_line(lines):
    assert READ in Cleaner().clean_all(lines)


@pytest.mark.parametrize(
    "line", ["Công ty café", "Số: 14/2019/NQ-HĐND", "© 2019", "Hồ sơ gồm: đơn"]
)
def test_unicode_among_old_lines_stays(line):
    assert Cleaner().clean_all([AROUND, line, AROUND])[1] == line
    assert not may_be_in(line, LegacyEncoding.TCVN3)


def test_alone_a_short_line_is_left_as_it_stands():
    assert Cleaner().clean_all([HEADING]) == [HEADING]
