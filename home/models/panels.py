"""Panels of the editor's own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class ImportFindingsPanel(Panel):
    """What the importer noticed and left for the editor to decide."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("heading", _("To check after the import"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/importer/findings_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.import_findings)

        def get_context_data(self, parent_context=None) -> dict:
            context = super().get_context_data(parent_context)
            return context | {"findings": self.instance.import_findings}
