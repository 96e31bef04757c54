"""The form of an act in the admin."""

from portal.forms.pages import PortalPageForm


class RegulationPageForm(PortalPageForm):
    """An address left empty is made from the number when the act is checked."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
