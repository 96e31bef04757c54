import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from documents.citing.library import PublishedRegulations
from documents.law.citations import Resolution, find_citations, resolve
from documents.models.wording import finding_message

MOST_BYTES = 20 * 1024 * 1024


class Command(BaseCommand):
    help = "List the acts that a text file names, and the slips in how it names them."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args, **options) -> None:
        text = _read(options["file"])
        found = find_citations(text)
        resolutions = resolve(found, PublishedRegulations(found))
        if options["json"]:
            rows = [_row(resolution) for resolution in resolutions]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for resolution in resolutions:
            citation = resolution.citation
            number = " ".join(citation.as_printed.split())
            self.stdout.write(f"{citation.start}: {number}")
            for finding in resolution.findings:
                self.stdout.write(f"  - {finding_message(finding)}")


def _read(path: Path) -> str:
    """The words of the file with its own line ends, so that places agree."""
    name = {"file": path}
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CommandError(
                _("%(file)s is larger than %(limit)s MB: cut it into parts.")
                % (name | {"limit": MOST_BYTES >> 20})
            )
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(
            _("%(file)s is not a text in UTF-8: save it as UTF-8 first.") % name
        ) from error
    except (OSError, ValueError) as error:
        raise CommandError(_("%(file)s cannot be read.") % name) from error


def _row(resolution: Resolution) -> dict:
    """`start` and `end` count characters of the text, a mark of UTF-8 left out.

    `finding` is the first of `findings`, or null.
    """
    citation = resolution.citation
    findings = [
        {
            "code": finding.code.value,
            "start": finding.start,
            "end": finding.end,
            "printed": finding.printed,
            "expected": finding.expected,
            "suggestions": list(finding.suggestions),
            "message": finding_message(finding),
        }
        for finding in resolution.findings
    ]
    return {
        "symbol": str(citation.symbol),
        "as_printed": citation.as_printed,
        "date": citation.date.isoformat() if citation.date else None,
        "date_as_printed": citation.date_as_printed,
        "issuer": citation.issuer,
        "provisions": [provision.anchor for provision in citation.provisions],
        "start": citation.start,
        "end": citation.end,
        "document": resolution.document.symbol if resolution.document else None,
        "finding": findings[0] if findings else None,
        "findings": findings,
    }
