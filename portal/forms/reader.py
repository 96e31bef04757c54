"""The forms that readers fill in: one manner of labels, hints and errors for all."""

from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BoundField
from django.forms.utils import pretty_name
from django.utils.functional import lazy
from django.utils.translation import gettext, gettext_lazy

from portal.forms.mail_addresses import meant
from portal.forms.mail_fields import ContactField, MailField, slip_found

# What looks like a box to write in; ticks and dots have a look of their own.
_BOXES = (
    forms.TextInput,
    forms.EmailInput,
    forms.NumberInput,
    forms.Textarea,
    forms.FileInput,
    forms.Select,
)
_NO_BOXES = (forms.RadioSelect, forms.CheckboxSelectMultiple)
_PLAIN = forms.Field.default_error_messages


@dataclass(frozen=True)
class FormProblem:
    """A line of the summary of errors, and the field that it leads to, if one."""

    field_id: str
    message: str


@dataclass(frozen=True)
class Hinted:
    """The label of a choice with a hint beneath it."""

    label: str
    hint: str

    def __str__(self) -> str:
        return str(self.label)


class ReaderForm(forms.Form):
    """Drawn by `components/form_*.html`; its errors are said by the server alone.

    The browser's own bubbles name one field at a time, in the browser's language,
    and vanish: so no field carries `required`, and all errors stand on the page.
    """

    use_required_attribute = False
    #: Fields whose answer is short: a telephone number, a code.
    short: ClassVar[tuple[str, ...]] = ()
    #: Heads the summary where no field is at fault.
    heading_when_refused: ClassVar = gettext_lazy("Not sent yet")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = field.widget
            if isinstance(widget, _BOXES) and not isinstance(widget, _NO_BOXES):
                look = "input input--short" if name in self.short else "input"
                given = widget.attrs.get("class", "")
                widget.attrs["class"] = f"{look} {given}".strip()
            if field.error_messages["required"] is _PLAIN["required"]:
                # Put into words once somebody left it out.
                field.error_messages["required"] = _missing_in_words(name, field)

    def full_clean(self) -> None:
        """A slip that was asked about is asked again while something else is wrong.

        Else the question would be gone with the form's next page, and the address
        taken as it stands by whoever mends the rest.
        """
        super().full_clean()
        if not (self.is_bound and self.errors):
            return
        for name, field in self.fields.items():
            if name in self.errors or not isinstance(field, MailField | ContactField):
                continue
            if right := meant(str(self.cleaned_data.get(name) or "")):
                self.add_error(name, slip_found(right))

    @property
    def problems(self) -> list[FormProblem]:
        """Every error once: those of the form as a whole, then field by field."""
        found = [FormProblem("", message) for message in self.non_field_errors()]
        for bound in self:
            place = "" if bound.is_hidden else _first_id(bound)
            found += [
                FormProblem(place, _named(bound, error)) for error in bound.errors
            ]
        return found

    @property
    def to_mend(self) -> list[FormProblem]:
        """What the reader mends; that the form came too soon is only said."""
        whole = set(self.non_field_errors())
        return [one for one in self.problems if one.message not in whole]

    @property
    def listed(self) -> list[FormProblem]:
        """The lines below the heading: as many as it counts."""
        return self.problems if self.only_as_a_whole else self.to_mend

    @property
    def only_as_a_whole(self) -> bool:
        """Whether no field is at fault: the form came too soon, too late, too often."""
        return self.is_bound and set(self.errors) == {NON_FIELD_ERRORS}


def _label(name: str, field: forms.Field) -> str:
    """As drawn. The drawn field is not asked: it keeps the hint it then has."""
    return pretty_name(name) if field.label is None else field.label


def _missing(name: str, field: forms.Field) -> str:
    """What is missing, by its name: the summary may list several."""
    if isinstance(field, forms.BooleanField):
        return gettext("Tick this box to go on.")
    chosen = isinstance(field, (forms.ChoiceField, forms.FileField))
    words = gettext("Not chosen: %(label)s") if chosen else gettext("Empty: %(label)s")
    return words % {"label": _label(name, field)}


_missing_in_words = lazy(_missing, str)


def _named(bound: BoundField, error: str) -> str:
    """The error with its field's name, where it does not name it itself."""
    known = bound.is_hidden or isinstance(bound.field, forms.BooleanField)
    if known or str(bound.label).casefold() in str(error).casefold():
        return str(error)
    return f"{bound.label}: {error}"


def _first_id(bound: BoundField) -> str:
    """The id of the control itself; of a group, that of its first control."""
    return bound.id_for_label or f"{bound.auto_id}_0"
