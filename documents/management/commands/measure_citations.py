import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from documents.law.citations.accuracy import measure

LABELLED = Path(__file__).parents[2] / "tests" / "law" / "labelled"


class Command(BaseCommand):
    help = "Recall and precision of the citations found in labelled excerpts of acts."
    # It reads files and asks nothing of the portal.
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "files",
            nargs="*",
            type=Path,
            default=sorted(LABELLED.glob("*.jsonl")),
            help="JSON lines of text and expected citations",
        )
        parser.add_argument(
            "--remarks", action="store_true", help="every mention missed or invented"
        )

    def handle(self, *args, **options) -> None:
        for file in options["files"]:
            scores, remarks = measure(_excerpts(file))
            self.stdout.write(f"{file.stem:10} labelled  recall  precision  all right")
            for name, score in scores.items():
                if score.labelled or score.wrong:
                    self.stdout.write(
                        f"  {name:8} {score.labelled:8} {score.recall:7.0%}"
                        f" {score.precision:10.0%} {score.right:6}"
                    )
            if options["remarks"]:
                for remark in remarks:
                    self.stdout.write(f"  {remark}")


def _excerpts(file: Path) -> list[dict]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise CommandError(_("%(file)s cannot be read.") % {"file": file}) from error
