from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from documents.law.scores import Score
from documents.management.commands.measure_law import labelled_texts
from home.importer.accuracy import measure

LABELLED = Path(__file__).parents[2] / "tests" / "importer" / "labelled"


class Command(BaseCommand):
    help = (
        "Recall and precision of what the importer reads in labelled news: title, "
        "days, places, venue, people and their titles, captions, author, furniture."
    )
    # It reads files and asks nothing of the portal.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files",
            nargs="*",
            type=Path,
            metavar="FILE",
            help="JSON lines of text and what is expected in it",
        )
        parser.add_argument(
            "--remarks", action="store_true", help="everything missed or invented"
        )

    def handle(self, *args, **options) -> None:
        for file in options["files"] or sorted(LABELLED.glob("*.jsonl")):
            scores, remarks = measure(labelled_texts(file))
            self._print(file.stem, scores)
            for remark in remarks if options["remarks"] else ():
                self.stdout.write(f"  {remark}")

    def _print(self, name: str, scores: dict[str, Score]) -> None:
        self.stdout.write(f"{name:18} labelled  recall  precision  wrong")
        for label, score in {**scores, "all": sum(scores.values(), Score())}.items():
            self.stdout.write(
                f"  {label:16} {score.labelled:8} {score.recall:7.0%}"
                f" {score.precision:10.0%} {score.wrong:6}"
            )
