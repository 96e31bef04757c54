"""`rebuild_search`: the index anew, beside the one in use."""

from django.core.management.base import BaseCommand

from portal.search.rebuild import rebuild

WIDTH = 30


class Command(BaseCommand):
    help = (
        "Index every public page anew. Readers search the old index until it is done; "
        "a rebuild that was cut short goes on where it stopped."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--anew",
            action="store_true",
            help="begin again instead of going on with an unfinished rebuild",
        )

    def handle(self, *args, **options) -> None:
        shows_bar = options["verbosity"] > 0 and self.stdout.isatty()
        done = rebuild(
            self._show if shows_bar else lambda done, total: None,
            anew=options["anew"],
        )
        if options["verbosity"] > 0:
            self.stdout.write(f"{done} pages indexed")

    def _show(self, done: int, total: int) -> None:
        filled = WIDTH * done // max(total, 1)
        bar = "#" * filled + "." * (WIDTH - filled)
        self.stdout.write(f"\r[{bar}] {done}/{total} ", ending="")
        if done >= total:
            self.stdout.write("")
        self.stdout.flush()
