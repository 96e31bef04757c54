from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "documents"
    label = "documents"
    verbose_name = _("Library")

    def ready(self) -> None:
        from documents import (  # noqa: F401  by import
            reports_admin,
            signals,
        )
        from documents.citing import hooks, receivers  # noqa: F401  by import
        from documents.contributions import (  # noqa: F401  by import
            needs_admin,
            replications_admin,
        )
        from documents.submissions import admin  # noqa: F401  by import
