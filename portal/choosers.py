"""Choosers in which a person, an agency or a place that is missing can be added.

Whoever may add one in the list of shared rows may add it there, and nobody else.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    BaseSnippetChooseView,
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)
from wagtail.snippets.views.snippets import SnippetViewSet


def _post(person) -> str:
    """What tells two people of one name apart."""
    return ", ".join(str(part) for part in (person.title, person.organisation) if part)


class _WithPost(BaseSnippetChooseView):
    def get_object_list(self):
        return super().get_object_list().select_related("organisation")

    @property
    def columns(self) -> list:
        post = Column("post", label=_("Position, organisation"), accessor=_post)
        return [*super().columns, post]


class ChoosePersonView(_WithPost, ChooseView):
    pass


class ChoosePersonResultsView(_WithPost, ChooseResultsView):
    pass


class PersonChooserViewSet(SnippetChooserViewSet):
    form_fields = ["full_name", "title"]
    choose_view_class = ChoosePersonView
    choose_results_view_class = ChoosePersonResultsView


class OrganisationChooserViewSet(SnippetChooserViewSet):
    form_fields = ["name", "short_name"]


class LocalityChooserViewSet(SnippetChooserViewSet):
    form_fields = ["name", "kind"]


class PersonViewSet(SnippetViewSet):
    chooser_viewset_class = PersonChooserViewSet


class OrganisationViewSet(SnippetViewSet):
    chooser_viewset_class = OrganisationChooserViewSet


class LocalityViewSet(SnippetViewSet):
    chooser_viewset_class = LocalityChooserViewSet
