"""Choosers in which a person, an agency or a place that is missing can be added.

Whoever may add one in the list of shared rows may add it there, and nobody else.
"""

from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet


class PersonChooserViewSet(SnippetChooserViewSet):
    form_fields = ["full_name", "title"]


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
