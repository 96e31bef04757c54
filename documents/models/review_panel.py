"""What an editor has to decide on an act."""

from django.utils import timezone
from wagtail.admin.panels import Panel

from documents.models.dependants import ended_parents


class ReviewPanel(Panel):
    """Parents that ended, and the acts that lean on this one when it has."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "documents/admin/review_panel.html"

        def __init__(self, **kwargs) -> None:
            super().__init__(**kwargs)
            self.parents, self.dependants = [], []
            if self.instance.pk:
                acts, pk = type(self.instance).objects.all(), self.instance.pk
                found = ended_parents(acts, timezone.localdate(), about=self.instance)
                self.parents = [case for case in found if case.act.pk == pk]
                self.dependants = [case for case in found if case.parent.pk == pk]

        def is_shown(self) -> bool:
            return bool(self.parents or self.dependants)

        def get_context_data(self, parent_context=None) -> dict:
            return super().get_context_data(parent_context) | {
                "parents": self.parents,
                "dependants": self.dependants,
            }
