"""The organiser's own questions as fields, and their answers as they are kept."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models.questions import AnswerType, Question
from portal.forms.fields import day_field, whole
from portal.vietnamese import fold
from portal.vietnamese.dates import short_date

PREFIX = "hoi-"
_LINE, _LINES = 255, 1000
_WORDS = {AnswerType.LINE, AnswerType.LINES}
_TELEPHONE = re.compile(r"\b(?:dien thoai|di dong|so may|sdt|dt|zalo)\b")


def question_fields(questions: Iterable[Question]) -> dict[str, forms.Field]:
    """A field for each question, under the name that its answer is kept by."""
    return {PREFIX + question.clean_name: _field(question) for question in questions}


def names_of_words(questions: Iterable[Question]) -> list[str]:
    """The fields answered in own words, but for those asked for a telephone."""
    return [
        PREFIX + question.clean_name
        for question in questions
        if question.field_type in _WORDS
        and not _TELEPHONE.search(fold(f"{question.label} {question.help_text}"))
    ]


def answers_in(cleaned: Mapping[str, object]) -> dict[str, str | list[str]]:
    """What was answered, as text or texts; questions left open are left out."""
    found = {
        name.removeprefix(PREFIX): _kept(value)
        for name, value in cleaned.items()
        if name.startswith(PREFIX)
    }
    return {name: answer for name, answer in found.items() if answer}


def answers_again(answers: Mapping[str, object]) -> dict[str, object]:
    """The initial values of the fields, from answers that were kept."""
    return {PREFIX + name: answer for name, answer in answers.items()}


def _field(question: Question) -> forms.Field:
    options = {
        "label": question.label,
        "help_text": question.help_text,
        "required": question.required,
    }
    return _MAKERS[question.field_type](question, options)


def _text(question: Question, options: dict) -> forms.Field:
    return whole(forms.CharField(max_length=_LINE, **options))


def _texts(question: Question, options: dict) -> forms.Field:
    widget = forms.Textarea(attrs={"rows": 4})
    field = forms.CharField(max_length=_LINES, widget=widget, **options)
    return whole(field)


def _number(question: Question, options: dict) -> forms.Field:
    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    words = {"invalid": gettext_lazy("Write a number, in digits.")}
    return forms.DecimalField(
        widget=widget,
        localize=True,
        max_digits=15,
        decimal_places=4,
        error_messages=words,
        **options,
    )


def _date(question: Question, options: dict) -> forms.Field:
    return day_field(**options)


def _checkbox(question: Question, options: dict) -> forms.Field:
    return forms.BooleanField(**options)


def _choices(question: Question) -> list[tuple[str, str]]:
    return [(choice, choice) for choice in question.choice_list]


def _one(question: Question, options: dict) -> forms.Field:
    return forms.ChoiceField(
        choices=_choices(question), widget=forms.RadioSelect, **options
    )


def _one_of_many(question: Question, options: dict) -> forms.Field:
    blank = ("", gettext_lazy("Choose one"))
    return forms.ChoiceField(choices=[blank, *_choices(question)], **options)


def _several(question: Question, options: dict) -> forms.Field:
    return forms.MultipleChoiceField(
        choices=_choices(question), widget=forms.CheckboxSelectMultiple, **options
    )


_MAKERS = {
    AnswerType.LINE: _text,
    AnswerType.LINES: _texts,
    AnswerType.NUMBER: _number,
    AnswerType.DATE: _date,
    AnswerType.CHECKBOX: _checkbox,
    AnswerType.RADIO: _one,
    AnswerType.DROPDOWN: _one_of_many,
    AnswerType.CHECKBOXES: _several,
}


def _kept(value) -> str | list[str]:
    if isinstance(value, bool):
        return _("Yes") if value else ""
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, list):
        return value
    return str(value or "")
