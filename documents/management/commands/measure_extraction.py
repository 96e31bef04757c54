"""How long a page of a PDF takes to read, against what pypdf's own text takes."""

import io
from collections.abc import Callable
from pathlib import Path
from time import process_time

from django.core.management.base import BaseCommand, CommandError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from documents.extraction import ExtractionError
from documents.extraction.limits import Limits
from documents.extraction.pdf.reader import read_pdf


class Command(BaseCommand):
    """CPU time, the best of several runs: other processes do not count."""

    help = "Measures reading PDFs: CPU per page, and how many times pypdf's."
    # It reads files and asks nothing of the portal.
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--runs", type=int, default=3)

    def handle(self, *, files: list[Path], runs: int, **options) -> None:
        for path in files:
            try:
                content = path.read_bytes()
                pages = len(PdfReader(io.BytesIO(content)).pages)
                ours = _seconds(lambda: read_pdf(io.BytesIO(content), Limits()), runs)  # noqa: B023  called at once
            except (OSError, PyPdfError, ExtractionError) as error:
                raise CommandError(f"{path}: {error}") from error
            theirs = _seconds(lambda: _text_of(content), runs)  # noqa: B023  called at once
            self.stdout.write(
                f"{path.name}: {pages} pages, {1000 * ours / pages:.1f} ms a page, "
                f"{ours / theirs:.2f} times pypdf"
            )


def _seconds(work: Callable[[], object], runs: int) -> float:
    """CPU seconds of the fastest run, never nothing."""
    return max(min(_once(work) for _run in range(max(runs, 1))), 1e-6)


def _once(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _text_of(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content))
    return "\n".join(page.extract_text() for page in reader.pages)
