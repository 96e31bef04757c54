from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "documents"
    label = "documents"
    verbose_name = _("Library")

    def ready(self) -> None:
        from documents import signals  # noqa: F401  by import
        from documents.acts.admin import reports  # noqa: F401  by import
        from documents.citing import hooks, receivers  # noqa: F401  by import
        from documents.initiatives.admin import (  # noqa: F401  by import
            needs,
            replications,
            submissions,
        )
