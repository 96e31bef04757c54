"""Labels that Wagtail makes of a column's English name, in words of ours."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.sites.views import IndexView as SitesView
from wagtail.users.forms import PagePermissionsForm

_OF_SITES = {
    "port": _("Port"),
    "site_name": _("Site name"),
    "root_page": _("Root page"),
}
_LINK_FORMS = (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)


def translate_labels() -> None:
    """Once, when the portal has started: the lists are made with their classes."""
    for column in SitesView.columns:
        column.label = _OF_SITES.get(column.name, column.label)
    for form in (PagePermissionsForm, WorkflowPageForm):
        form.base_fields["page"].label = _("Page")
    for form in _LINK_FORMS:
        form.base_fields["link_text"].label = _("Words of the link")
