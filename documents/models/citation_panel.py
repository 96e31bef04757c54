"""Citations beside the text an editor writes, on pages of every room."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.models import Page

Checklist = Callable[[Page], object]

_checklists: list[Checklist] = []


def lists_citations(function: Checklist) -> Checklist:
    """Decorates the one function that says what the panel shows of a draft."""
    _checklists.append(function)
    return function


class CitationsPanel(Panel):
    """The acts a saved draft names, each slip, and the button that corrects it."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("heading", _("Acts named in the text"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "components/citation_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None) -> dict:
            context = super().get_context_data(parent_context)
            return context | {
                "checked": _checklists[-1](self.instance),
                "correct_url": reverse("correct_citation", args=(self.instance.pk,)),
            }
