import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from documents.law.amendments.accuracy import measure

LABELLED = Path(__file__).parents[2] / "tests" / "law" / "labelled_amendments"


class Command(BaseCommand):
    help = "Recall and precision of the effects proposed from labelled amending texts."
    # It reads files and asks nothing of the portal.
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "files",
            nargs="*",
            type=Path,
            default=sorted(LABELLED.glob("*.jsonl")),
            help="JSON lines of text and expected changes",
        )
        parser.add_argument(
            "--remarks", action="store_true", help="every change missed or invented"
        )

    def handle(self, *args, **options) -> None:
        for file in options["files"]:
            scores, remarks = measure(_texts(file))
            self.stdout.write(f"{file.stem:16} labelled  recall  precision")
            for name, score in scores.items():
                if score.labelled or score.wrong:
                    self.stdout.write(
                        f"  {name:16}{score.labelled:7} {score.recall:7.0%}"
                        f" {score.precision:10.0%}"
                    )
            labelled = sum(score.labelled for score in scores.values())
            found = sum(score.found for score in scores.values())
            wrong = sum(score.wrong for score in scores.values())
            self.stdout.write(
                f"  {'all':16}{labelled:7} {found / (labelled or 1):7.0%}"
                f" {found / (found + wrong or 1):10.0%}"
            )
            if options["remarks"]:
                for remark in remarks:
                    self.stdout.write(f"  {remark}")


def _texts(file: Path) -> list[dict]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise CommandError(_("%(file)s cannot be read.") % {"file": file}) from error
