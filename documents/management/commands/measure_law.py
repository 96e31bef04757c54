import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from documents.law.amendments import accuracy as amendments
from documents.law.citations import accuracy as citations
from documents.law.scores import Score
from documents.law.structure import accuracy as structure

LABELLED = Path(__file__).parents[2] / "tests" / "law" / "labelled"
_MEASURES = {
    "citations": citations.measure,
    "amendments": amendments.measure,
    "structure": structure.measure,
}


class Command(BaseCommand):
    help = (
        "Recall and precision of what is read in labelled texts of real acts: the acts "
        "they cite, the changes that amending ones make, and the provisions they have."
    )
    # It reads files and asks nothing of the portal.
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "what",
            nargs="?",
            choices=sorted(_MEASURES),
            help="one of the measures; all when it is left out",
        )
        parser.add_argument(
            "files",
            nargs="*",
            type=Path,
            help="JSON lines of text and what is expected in it",
        )
        parser.add_argument(
            "--remarks", action="store_true", help="everything missed or invented"
        )

    def handle(self, *args, **options) -> None:
        for what in [options["what"]] if options["what"] else _MEASURES:
            files = options["files"] or sorted((LABELLED / what).glob("*.jsonl"))
            for file in files:
                scores, remarks = _MEASURES[what](labelled_texts(file))
                self._print(f"{what}, {file.stem}", scores)
                for remark in remarks if options["remarks"] else ():
                    self.stdout.write(f"  {remark}")

    def _print(self, name: str, scores: dict[str, Score]) -> None:
        self.stdout.write(f"{name:18} labelled  recall  precision  all right")
        for label, score in {**scores, "all": sum(scores.values(), Score())}.items():
            if score.labelled or score.wrong:
                self.stdout.write(
                    f"  {label:16} {score.labelled:8} {score.recall:7.0%}"
                    f" {score.precision:10.0%} {score.right:10}"
                )


def labelled_texts(file: Path) -> list[dict]:
    """The rows of a file of labelled texts; CommandError where it cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise CommandError(_("%(file)s cannot be read.") % {"file": file}) from error
