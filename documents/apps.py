from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "documents"
    label = "documents"
    verbose_name = _("Library")

    def ready(self) -> None:
        # Whatever registers itself when it is imported, once the models are there.
        from documents import signals  # noqa: F401
        from documents.acts.admin import reports  # noqa: F401
        from documents.citing import hooks, receivers  # noqa: F401
