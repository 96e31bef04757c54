from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "documents"
    label = "documents"
    verbose_name = _("Library")

    def ready(self) -> None:
        # They register with models, which exist only now.
        from documents import signals  # noqa: F401
        from documents.acts.admin import reports  # noqa: F401
        from documents.citing import checklist, hooks, receivers  # noqa: F401
        from documents.initiatives.admin import (  # noqa: F401
            needs,
            replications,
            submissions,
        )
        from documents.originals import checks  # noqa: F401
