"""The editor's forms of series and event: what one field cannot check alone."""

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext_lazy as _

from events.models.personal_matters import REFUSED, personal_matters
from portal.forms.pages import PortalPageForm


class ProgrammeForm(PortalPageForm):
    """No two questions may go by one name, none may ask for papers of identity.

    A new question about another personal matter starts as one that may stay open.
    """

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
            self._weigh(form)
        return cleaned

    def _weigh(self, form) -> None:
        """Hold the question against what a conference needs to know of people."""
        question = form.instance
        matters = personal_matters(question.label, question.help_text, question.choices)
        if REFUSED.intersection(matters):
            form.add_error(
                "label",
                _(
                    "A conference does not collect identity papers, their numbers or "
                    "pictures: name, agency and telephone are enough for a seat, and "
                    "the law allows to ask for no more than that needs. Leave the "
                    "question out; if it means something else, put it in other words."
                ),
            )
        elif matters and (question.pk is None or "label" in form.changed_data):
            form.cleaned_data["required"] = question.required = False


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
