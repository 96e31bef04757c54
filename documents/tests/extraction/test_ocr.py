"""Text recognition where the server has the commands, and a clear answer elsewhere."""

import stat
import sys

import pytest

from documents.extraction import Damaged, Encrypted, TimedOut, ocr
from documents.extraction.ocr import OcrFailed, OcrUnavailable

TESSERACT = "print('List of available languages (2):\\neng\\nvie')"
DONE = "open(sys.argv[-1], 'wb').write(b'%PDF-1.7 recognised')"


@pytest.fixture
def commands(monkeypatch, tmp_path):
    """Puts stand-ins for the two commands on the path, in Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def install(**programs: str) -> None:
        for name, body in programs.items():
            program = folder / name
            program.write_text(f"#!{sys.executable}\nimport sys, time\n{body}\n")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)

    return install


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "-ban quét.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path


def test_without_the_commands_the_answer_is_clear(commands, scan):
    assert not ocr.ocr_available()
    with pytest.raises(OcrUnavailable):
        ocr.ocr(scan)
    commands(tesseract=TESSERACT)
    assert not ocr.ocr_available()


def test_vietnamese_must_be_there(commands):
    commands(tesseract="print('eng\\nvietnamese_old')", ocrmypdf=DONE)
    assert not ocr.ocr_available()
    commands(tesseract=TESSERACT)
    assert ocr.ocr_available()


def test_the_recognised_copy_comes_back(commands, scan):
    check = "assert sys.argv[sys.argv.index('--language') + 1] == 'vie'\n"
    check += f"assert sys.argv[-2] == {str(scan)!r}\n"
    commands(tesseract=TESSERACT, ocrmypdf=check + DONE)
    assert ocr.ocr(scan) == b"%PDF-1.7 recognised"
    assert scan.read_bytes() == b"%PDF-1.4"


def test_a_signed_scan_is_recognised_in_a_copy(commands, scan):
    signed = (
        "if '--invalidate-digital-signatures' not in sys.argv:\n"
        "    print('DigitalSignatureError: Input PDF has a digital signature.',"
        " file=sys.stderr)\n"
        "    sys.exit(2)\n"
    )
    commands(tesseract=TESSERACT, ocrmypdf=signed + DONE)
    assert ocr.ocr(scan) == b"%PDF-1.7 recognised"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("sys.exit(8)", Encrypted),
        ("sys.exit(2)", Damaged),
        ("sys.exit(3)", OcrUnavailable),
        ("sys.exit(15)", OcrFailed),
        ("pass", OcrFailed),
        ("open(sys.argv[-1], 'w').write('not a PDF')", OcrFailed),
    ],
)
def test_what_went_wrong_is_named(commands, scan, body, error):
    commands(tesseract=TESSERACT, ocrmypdf=body)
    with pytest.raises(error) as caught:
        ocr.ocr(scan)
    assert type(caught.value) is error


def test_it_ends_when_its_time_is_over(commands, scan):
    commands(tesseract=TESSERACT, ocrmypdf="time.sleep(60)")
    with pytest.raises(TimedOut) as caught:
        ocr.ocr(scan, seconds=1)
    assert caught.value.params == {"seconds": 1}
