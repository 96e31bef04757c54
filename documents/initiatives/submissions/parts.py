"""The parts of a proposal: their order, names and forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.forms import MultipleChoiceField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from documents.initiatives.submissions.forms import (
    AboutForm,
    ConditionsForm,
    ProblemForm,
    RecognitionForm,
    SenderForm,
    SolutionForm,
)
from documents.initiatives.submissions.row_forms import AuthorsForm, BenefitsForm
from documents.initiatives.submissions.rows import COUNT, RowsForm
from portal.forms.reader import ReaderForm

#: No part that fits its fields is longer.
MOST_LETTERS = 60_000
Raw = dict[str, list[str]]


class Progress(StrEnum):
    EMPTY = "empty"
    INVALID = "invalid"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Part:
    """A part with an address of its own."""

    slug: str
    title: Promise
    form: type[ReaderForm]
    lead: Promise | str = ""

    def read(self, answers: Mapping[str, Raw], *, today: date) -> ReaderForm:
        """Its form, bound to what was answered so far; unbound before that."""
        raw = answers.get(self.slug)
        data = as_data(raw) if raw else None
        return self.form(data, today=today, others=others(self, answers, today=today))

    def show(self, answers: Mapping[str, Raw], *, today: date) -> ReaderForm:
        """Its form with the answers in it, and no word yet on what is wrong."""
        raw = answers.get(self.slug, {})
        options = {}
        if issubclass(self.form, RowsForm):
            options["rows"] = self.form(as_data(raw), today=today).count
        form = self.form(today=today, **options)
        for name, field in form.fields.items():
            values = raw.get(name) or [None]
            several = isinstance(field, MultipleChoiceField)
            form.initial[name] = values if several else values[0]
        return form


PARTS = (
    Part("sang-kien", _("The initiative and your unit"), AboutForm),
    Part(
        "tac-gia",
        _("Authors and their shares"),
        AuthorsForm,
        _("Readers see the name of an author only who agrees to it."),
    ),
    Part("van-de", _("The problem"), ProblemForm),
    Part("giai-phap", _("The solution"), SolutionForm),
    Part(
        "hieu-qua",
        _("What it brought"),
        BenefitsForm,
        _("One benefit is enough; numbers before and after convince most."),
    ),
    Part("dieu-kien", _("To apply it elsewhere"), ConditionsForm),
    Part("cong-nhan", _("Recognition and confidential part"), RecognitionForm),
    Part("lien-he", _("Whom we can ask"), SenderForm),
)
_BY_SLUG = {part.slug: part for part in PARTS}


def find(slug: str) -> Part | None:
    return _BY_SLUG.get(slug)


def after(part: Part) -> Part | None:
    """The part that follows; None after the last."""
    place = PARTS.index(part) + 1
    return PARTS[place] if place < len(PARTS) else None


def raw_of(form: ReaderForm, posted: QueryDict) -> Raw:
    """What was typed into the form's own fields, as it was typed."""
    names = [*form.fields, COUNT]
    return {
        name: [value.replace("\0", "") for value in posted.getlist(name)]
        for name in names
        if name in posted
    }


def as_data(raw: Raw) -> QueryDict:
    """Stored answers as a form reads them."""
    data = QueryDict(mutable=True)
    for name, values in raw.items():
        data.setlist(name, values)
    return data


def is_too_long(raw: Raw) -> bool:
    return sum(len(value) for values in raw.values() for value in values) > MOST_LETTERS


def others(part: Part, answers: Mapping[str, Raw], *, today: date) -> dict:
    """What the first part says, for the parts that have to agree with it."""
    first = PARTS[0]
    if part is first or first.slug not in answers:
        return {}
    form = first.form(as_data(answers[first.slug]), today=today)
    form.full_clean()
    return {"first_applied_on": form.cleaned_data.get("first_applied_on")}


def progress(part: Part, answers: Mapping[str, Raw], *, today: date) -> Progress:
    """How far a part has come, by the rules as they are now."""
    form = part.read(answers, today=today)
    if not form.is_bound:
        return Progress.EMPTY
    return Progress.DONE if form.is_valid() else Progress.INVALID
