"""Build the two woff2 files the stylesheet names."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.assets import fonts


class Command(BaseCommand):
    help = "Cut Be Vietnam Pro down to Vietnamese woff2; does nothing when up to date."

    def add_arguments(self, parser):
        parser.add_argument(
            "target",
            nargs="?",
            type=Path,
            default=settings.VAR_DIR / "assets" / "portal" / "fonts",
        )

    def handle(self, *args, target, **options):
        for file in fonts.build(target):
            self.stdout.write(f"{file} {file.stat().st_size}")
