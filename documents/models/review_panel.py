"""What an editor has to decide on an act."""

from django.utils import timezone
from wagtail.admin.panels import Panel

from documents.models.dependants import doubts


class ReviewPanel(Panel):
    """Parents that ended, and the acts that lean on this one when it has."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "documents/admin/review_panel.html"

        def __init__(self, **kwargs) -> None:
            super().__init__(**kwargs)
            self.parents, self.dependants = [], []
            if self.instance.pk:
                acts, pk = type(self.instance).objects.all(), self.instance.pk
                found = doubts(acts, timezone.localdate(), about=self.instance)
                self.parents = [doubt for doubt in found if doubt.act.pk == pk]
                self.dependants = [doubt for doubt in found if doubt.parent.pk == pk]

        def is_shown(self) -> bool:
            return bool(self.parents or self.dependants)

        def get_context_data(self, parent_context=None) -> dict:
            return super().get_context_data(parent_context) | {
                "parents": self.parents,
                "dependants": self.dependants,
            }
