from importlib import import_module

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import module_has_submodule
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Site

from portal.demo import LOGINS
from portal.search.rebuild import rebuild

LOADED = "portal.demo_loaded"
# Root, front page, rooms: what lies deeper is content.
FIRST_CONTENT_DEPTH = 4


class Command(BaseCommand):
    help = "Fill an empty portal with the demonstration content, once."

    def handle(self, *args, **options) -> None:
        if PageLogEntry.objects.filter(action=LOADED).exists():
            self._refresh()
            self.stdout.write("The demonstration was loaded before: nothing changed.")
        elif Page.objects.filter(depth__gte=FIRST_CONTENT_DEPTH).exists():
            self.stdout.write("The portal has content of its own: nothing loaded.")
        else:
            self._load()
            self.stdout.write("The demonstration is loaded.")
        logins = settings.VAR_DIR / LOGINS
        if logins.exists():
            self.stdout.write(f"\n{logins.read_text(encoding='utf-8')}")

    def _load(self) -> None:
        """Fill the rooms, all or nothing, and note it in the site's history.

        The note outlives the content: an official who deletes the demonstration
        does not get it back at the next start.
        """
        call_command("prepare_site")
        with transaction.atomic():
            for room in rooms():
                room.load(today=timezone.localdate())
            front = Site.objects.get(is_default_site=True).root_page
            log(instance=front.specific, action=LOADED)
        # How common words are is counted over all of it: what is found first is the
        # same on the first minute as after the first night.
        rebuild()

    def _refresh(self) -> None:
        """Have rooms move ahead what is there to lie ahead; no content comes back."""
        with transaction.atomic():
            for room in rooms():
                if hasattr(room, "refresh"):
                    room.refresh(today=timezone.localdate())


def rooms() -> list:
    """The ``demo`` modules of the installed rooms, the lowest room first.

    INSTALLED_APPS names the rooms from the top down, so that a room's templates
    win over those it builds on.
    """
    ours = [app for app in apps.get_app_configs() if "." not in app.name]
    return [
        import_module(f"{app.name}.demo")
        for app in reversed(ours)
        if module_has_submodule(app.module, "demo")
    ]
