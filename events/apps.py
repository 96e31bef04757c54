from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    label = "events"
    verbose_name = _("Conferences")

    def ready(self) -> None:
        # Here and not above: models can be imported only once all apps are there.
        from events import receivers  # noqa: F401  they connect themselves
        from events.certificates import enclosures as papers  # noqa: F401  the same
        from events.letters import outbox  # noqa: F401  it sends the seats' notices
        from events.organising import second_factor  # noqa: F401  a rule
        from events.tickets import enclosures  # noqa: F401  they go with letters
