"""Everything the page frame needs that is not kept as a file: styles, fonts, art."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.assets import bundle, fonts


class Command(BaseCommand):
    help = "Write the style sheet, the drawings and the fonts; only what has changed."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "target",
            nargs="?",
            type=Path,
            default=settings.VAR_DIR / "assets" / "portal",
        )

    def handle(self, *args, target: Path, **options) -> None:
        files = [*bundle.build(target), *fonts.build(target / "fonts")]
        if options["verbosity"]:
            for file in files:
                self.stdout.write(f"{file} {file.stat().st_size}")
