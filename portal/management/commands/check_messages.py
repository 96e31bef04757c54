"""`manage.py check_messages`: nothing people read is left in English or broken."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import to_locale

from portal.i18n.review import review_project, review_third_parties


class Command(BaseCommand):
    help = (
        "Fail when a message of the project, or of a third-party app in use, has no "
        "sound translation, or when a catalogue keeps what no code asks for."
    )
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        language = to_locale(settings.LANGUAGE_CODE)
        own, *completions = (Path(folder) for folder in settings.LOCALE_PATHS)
        problems = review_project(own, language)
        for domain in ("django", "djangojs"):
            problems += review_third_parties(completions, language, domain)
        if problems:
            listing = "\n".join(f"  {problem}" for problem in problems)
            raise CommandError(f"{len(problems)} problems in messages:\n{listing}")
        self.stdout.write("Every message is translated.")
