"""The form of a message: its words, and whom of a conference's people it is for."""

from typing import cast
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from events.enums import LIVE, Audience, RegistrationState
from events.letters import personal, placeholders
from events.letters.recipients import Recipients, answer_choices
from events.models import EventPage
from events.organising.listing import agencies_of
from portal.vietnamese import tidy

_EVERYBODY = gettext_lazy("All who have a place or wait")


class NoteForm(forms.Form):
    """A word to those chosen; `ids` are those ticked in the list, if any were.

    `key` makes what is sent twice one message.
    """

    key = forms.UUIDField(widget=forms.HiddenInput)
    ids = forms.CharField(widget=forms.HiddenInput, required=False)
    state = forms.ChoiceField(
        label=gettext_lazy("State of the registration"), required=False
    )
    agency = forms.ChoiceField(
        label=pgettext_lazy("registration", "Agency"), required=False
    )
    group = forms.ChoiceField(
        label=pgettext_lazy("registration", "Group"), required=False
    )
    answer = forms.ChoiceField(
        label=gettext_lazy("Answer to a question"), required=False
    )
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    text = forms.CharField(
        label=pgettext_lazy("message", "Text"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "Plain text. The name of the conference, its day and place and the link "
            "to the ticket are added by themselves."
        ),
    )

    def __init__(self, *args, event: EventPage, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        states = [
            (state.value, state.label) for state in RegistrationState if state in LIVE
        ]
        labels = {
            "any": _("answered"),
            "ticked": _("ticked"),
            "none": _("left empty"),
        }
        agencies = [
            ("", pgettext_lazy("agency", "All agencies")),
            *agencies_of(event.pk),
        ]
        groups = [("", pgettext_lazy("audience", "All groups")), *Audience.choices]
        questions = answer_choices(event, labels)
        self._offer("state", [("", _EVERYBODY), *states])
        self._offer("agency", agencies)
        self._offer("group", groups)
        self._offer("answer", [("", _("Whatever was answered")), *questions])
        if not questions:
            del self.fields["answer"]

    def _offer(self, name: str, choices: list) -> None:
        field = cast("forms.ChoiceField", self.fields[name])
        field.choices = choices

    @classmethod
    def blank(cls, event: EventPage, ids: list[int] | None, state: str) -> "NoteForm":
        """An empty form for those ticked, else for everybody in that state."""
        typed = ",".join(map(str, ids)) if ids else ""
        initial = {"key": uuid4(), "ids": typed, "state": "" if ids else state}
        return cls(initial=initial, event=event)

    @property
    def ids_typed(self) -> str:
        return str(self["ids"].value() or "")

    @property
    def narrowing(self) -> list[forms.BoundField]:
        """The fields that say whom it is for."""
        names = ("state", "agency", "group", "answer")
        return [self[name] for name in names if name in self.fields]

    @property
    def words(self) -> list[forms.BoundField]:
        return [self["subject"], self["text"]]

    def clean_ids(self) -> frozenset[int] | None:
        typed = [one for one in self.cleaned_data["ids"].split(",") if one]
        if not typed:
            return None
        known = (int(one) for one in typed if one.isascii() and one.isdecimal())
        return frozenset(one for one in known if one < 2**63)

    def clean_subject(self) -> str:
        return self._checked(tidy(self.cleaned_data["subject"]))

    def clean_text(self) -> str:
        return self._checked(self.cleaned_data["text"])

    def _checked(self, text: str) -> str:
        """The text, if every placeholder can be filled and no secret stands in it.

        Raises ValidationError with each thing to mend by its name.
        """
        problems = [
            _("“{%(name)s}” is not among the placeholders offered below.")
            % {"name": name}
            for name in placeholders.unknown(text)
        ]
        problems += [
            _("The conference has nothing for “{%(name)s}” yet.") % {"name": one.name}
            for one in personal.lacking(self.event, text)
        ]
        if placeholders.secret_links(text):
            problems.append(
                _(
                    "A ticket's or an agency's own address stands in the text: whoever "
                    "has it can change that registration. Take it out; "
                    "“{%(name)s}” gives each person their own."
                )
                % {"name": placeholders.TICKET.name}
            )
        if problems:
            raise forms.ValidationError(problems)
        return text

    def recipients(self) -> Recipients:
        """Whom it is for. Once `ids`, `state` and the others are valid."""
        given = self.cleaned_data
        narrowed = {
            name: given.get(name, "") for name in ("state", "agency", "group", "answer")
        }
        return Recipients(**narrowed, chosen=given["ids"])
