"""The editor's forms of series and event: what one field cannot check alone."""

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext_lazy as _

from portal.forms.pages import PortalPageForm


class ProgrammeForm(PortalPageForm):
    """No two questions of a form may go by one name."""

    def clean(self) -> dict:
        cleaned = super().clean()
        formset = self.formsets.get("questions")
        seen: set[str] = set()
        for form in formset.forms if formset else ():
            if not form.is_valid() or form.cleaned_data.get("DELETE"):
                continue
            name = form.instance.get_field_clean_name()
            if form.has_changed() and name in seen:
                form.add_error("label", _("Another question asks the same."))
            seen.add(name)
        return cleaned


class EventForm(ProgrammeForm):
    """Seats are not taken away from people who have been given one."""

    def clean(self) -> dict:
        cleaned = super().clean()
        capacity = cleaned.get("capacity")
        taken = self._taken()
        if capacity is not None and capacity < taken:
            self.add_error(
                "capacity",
                _(
                    "%(taken)d people have a seat already: there cannot be fewer "
                    "seats than that."
                )
                % {"taken": taken},
            )
        return cleaned

    def _taken(self) -> int:
        try:
            return self.instance.seats.taken
        except ObjectDoesNotExist:  # nobody has registered yet
            return 0
