from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    label = "events"
    verbose_name = _("Conferences")

    def ready(self) -> None:
        from events import receivers  # noqa: F401  they connect themselves
