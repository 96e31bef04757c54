"""The question as a reader writes it, and its code looked up."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from portal import guard
from portal.forms.fields import (
    LineField,
    NameField,
    ParagraphsField,
    PhoneField,
    form_key,
)
from portal.forms.kept_numbers import KeptNumbersForm
from portal.forms.mail_fields import MailField, asked_name
from portal.forms.reader import ReaderForm
from questions import codes, consent
from questions.enums import Notify
from questions.models import QuestionTopic
from questions.verbs import QuestionDetails

LONGEST = 2000


class AskForm(KeptNumbersForm, guard.GuardedForm):
    """Only the question and one consent are required.

    `seen` says that near answers were shown.
    """

    guard_action = "question"
    numbers_in = ("question",)
    short: ClassVar[tuple[str, ...]] = ("phone",)

    question = ParagraphsField(
        most=LONGEST,
        rows=6,
        label=_("Your question"),
        help_text=_(
            "Write as you would say it. Leave out identity numbers and bank accounts."
        ),
        error_messages={"required": _("Write your question.")},
    )
    topic = forms.ModelChoiceField(
        QuestionTopic.objects.all(),
        label=_("Topic of questions"),
        empty_label=_("I do not know"),
        required=False,
    )
    notify = forms.ChoiceField(
        label=_("How are you told that there is an answer?"),
        choices=Notify.choices,
        initial=Notify.EMAIL,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you are told.")},
    )
    email = MailField(
        label=_("E-mail address"),
        required=False,
        error_messages={"invalid": _("Write one e-mail address, as in ten@donvi.vn.")},
    )
    phone = PhoneField(label=_("Telephone number"), required=False)
    name = NameField(
        label=_("Full name"),
        help_text=_("So that you are addressed rightly. It is never published."),
        required=False,
    )
    agency = LineField(
        most=255,
        label=pgettext_lazy("form", "Organisation"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    agreed = forms.BooleanField(
        label=consent.label(consent.ANSWER),
        error_messages={
            "required": _("Tick this box: without it nobody can answer you.")
        },
    )
    may_publish = forms.BooleanField(
        label=consent.label(consent.PUBLISH),
        help_text=_("Others with the same question then find the answer."),
        required=False,
    )
    key = forms.CharField(widget=forms.HiddenInput, required=False)
    subject = forms.CharField(widget=forms.HiddenInput, required=False)
    ticket = forms.CharField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, days_kept: int, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        facts = consent.current().explained(days=days_kept)
        self.fields["agreed"].help_text = " ".join(words for _head, words in facts)

    def clean(self) -> dict:
        cleaned = super().clean()
        notify = cleaned.get("notify")
        for way in (Notify.EMAIL, Notify.PHONE):
            if notify == way and not cleaned.get(way) and way not in self.errors:
                self.add_error(way, _MISSING[way])
            if notify != way:
                # What is not needed is not kept, nor is it an error there.
                cleaned[way.value] = ""
                self.errors.pop(way.value, None)
        return cleaned

    @property
    def request_key(self):
        return form_key(self.cleaned_data["key"])

    def details(self, subject, ticket_code: str) -> QuestionDetails:
        """With the page it is about (a `Subject` or None), as the view has found it."""
        given = self.cleaned_data
        return QuestionDetails(
            text=given["question"],
            topic=given["topic"],
            subject=subject.page if subject else None,
            subject_title=subject.words if subject else "",
            ticket_code=ticket_code,
            name=given["name"],
            agency=given["agency"],
            notify=Notify(given["notify"]),
            email=given["email"],
            phone=given["phone"],
            may_publish=given["may_publish"],
        )

    def carried(self) -> list[tuple[str, str]]:
        """All that was filled in, to be sent on by the page in between."""
        names = [name for name in self.fields if name != "seen"]
        names.append(asked_name("email"))
        pairs = ((name, self.data.get(name, "")) for name in names)
        return [pair for pair in pairs if pair[1]]


_MISSING = {
    Notify.EMAIL: _("Write the address, or choose another way above."),
    Notify.PHONE: _("Write the number, or choose another way above."),
}


class LookupForm(ReaderForm):
    """One sentence for a wrong code and for one that nobody has."""

    short: ClassVar[tuple[str, ...]] = ("ma",)

    ma = forms.CharField(
        label=_("Code on the receipt"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "HD-…"}),
    )

    def clean_ma(self) -> str:
        code = codes.read(self.cleaned_data["ma"])
        if not code:
            raise forms.ValidationError(no_such_code())
        return code


def no_such_code() -> str:
    return gettext(
        "No question has this code. Look at the receipt or the letter again: HD, then "
        "twelve letters and digits."
    )
