"""`manage.py build_messages`: compile the translations without system gettext."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation.reloader import translation_file_changed

from portal.i18n.catalogues import compile_catalogue, is_stale, sources


class Command(BaseCommand):
    help = "Compile every .po of the project into .mo where that is missing or older."
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        stale = [
            source for source in sources(settings.LOCALE_PATHS) if is_stale(source)
        ]
        for source in stale:
            compile_catalogue(source)
        if stale:
            # `run` goes on in this process: what it writes is to be in Vietnamese.
            translation_file_changed(None, stale[-1].with_suffix(".mo"))
        if options["verbosity"]:
            self.stdout.write(f"Compiled catalogues: {len(stale)}")
