"""The form of every page."""

from wagtail.admin.forms import WagtailAdminPageForm

from portal.publishing import AltTextFormMixin


class PortalPageForm(AltTextFormMixin, WagtailAdminPageForm):
    """Saves any draft; publishes only with alt texts."""
