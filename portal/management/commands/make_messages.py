"""`manage.py make_messages`: bring the project's own catalogue up to its code."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import to_locale

from portal.i18n.catalogues import catalogue_path, load, update
from portal.i18n.project import project_messages


class Command(BaseCommand):
    help = (
        "Rewrite the first of LOCALE_PATHS: new messages are added untranslated, "
        "messages no longer in the code go, translations stay."
    )
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        language = to_locale(settings.LANGUAGE_CODE)
        path = catalogue_path(Path(settings.LOCALE_PATHS[0]), language, "django")
        after = update(load(path, language), project_messages())
        text = path.read_text("utf-8") if path.exists() else ""
        if str(after) != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            after.save(str(path))
        left = len(after) - len(after.translated_entries())
        self.stdout.write(f"{path}: {len(after)} messages, {left} untranslated")
