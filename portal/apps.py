from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    label = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from portal import checks, signals  # noqa: F401  registered by import
        from portal.images import avif, receivers  # noqa: F401  registered by import

        avif.use()
