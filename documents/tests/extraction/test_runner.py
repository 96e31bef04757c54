"""The child process: alone, bound, and told nothing it need not know."""

import subprocess
import sys
from pathlib import Path

import pytest

from documents.extraction import Limits, TimedOut, extract, runner
from documents.tests.extraction_files import latin_pdf, paragraph, said, word


@pytest.fixture
def children(monkeypatch):
    """Every child started, with what it was given."""
    started = []
    real = subprocess.Popen

    def start(command, **options):
        process = real(command, **options)
        started.append((process, command, options))
        return process

    monkeypatch.setattr(runner.subprocess, "Popen", start)
    return started


def test_the_child_knows_no_secret(monkeypatch, children):
    monkeypatch.setenv("SECRET_KEY", "not-for-children")
    monkeypatch.setenv("DATABASE_URL", "postgres://user:password@host/db")
    assert extract(word(paragraph("Nội dung")), filename="a.docx").text == "Nội dung\n"
    [(_, command, options)] = children
    assert set(options["env"]) == {"PATH", "LANG", "PYTHONHASHSEED"}
    assert "not-for-children" not in " ".join(command)


def test_a_child_out_of_time_is_gone(children):
    lines = [(72, 800 - 10 * n, "Words on a line") for n in range(70)]
    with pytest.raises(TimedOut):
        extract(
            latin_pdf(*[said(*lines)] * 800), filename="a.pdf", limits=Limits(seconds=1)
        )
    [(process, _, _)] = children
    assert process.poll() is not None


def test_nothing_that_parses_is_loaded_into_this_process(tmp_path):
    code = (
        "import sys, documents.extraction as e;"
        "print(e.extract(sys.argv[1], filename='a.pdf').text.strip());"
        "print([m for m in ('pypdf', 'defusedxml', 'django') if m in sys.modules])"
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(latin_pdf(said((72, 700, "Hello"))))
    done = subprocess.run(
        [sys.executable, "-c", code, path],
        cwd=Path(runner.__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "Hello\n[]\n"
