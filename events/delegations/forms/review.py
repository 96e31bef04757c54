"""The form of the preview: wrong rows to mend, who leaves, and the declaration."""

from collections.abc import Iterator

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from events.delegations.columns import AUDIENCE
from events.delegations.faults import Fault, faults
from events.delegations.forms.people import cell_field, dress, group_value
from events.delegations.reader import MENDED_HERE, field_name
from events.delegations.review import Review, ReviewedRow
from events.delegations.wording import DECLARATION, too_many, where
from portal.forms.reader import FormProblem, ReaderForm


class ReviewForm(ReaderForm):
    """Bound to the draft's own cells from the start.

    So a file that was just uploaded shows its errors as a form does that was sent.
    """

    declared = forms.BooleanField(label=DECLARATION, required=False)
    leaving = forms.MultipleChoiceField(
        label=_("Leave the delegation"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, result: Review, answers: QueryDict | None = None):
        self.result = result
        answers = answers if answers is not None else QueryDict()
        values = {
            "declared": answers.get("declared", ""),
            "leaving": answers.getlist("leaving"),
        }
        cells = dict(self._cells(values))
        super().__init__(values)
        dress(cells)
        self.fields.update(cells)
        gone = {str(one.pk) for one in result.missing}
        self.fields["leaving"].choices = [
            (str(one.pk), one.name) for one in result.missing
        ]
        values["leaving"] = [pk for pk in values["leaving"] if pk in gone]
        self.full_clean()
        for row in self.mended:
            if row.draft.skip:
                continue
            for flaw in row.flaws:
                self.add_error(field_name(row.number, flaw.key), flaw.message)

    def _cells(self, values: dict) -> Iterator[tuple[str, forms.Field]]:
        for row in self.mended:
            for key in self.result.draft.given:
                typed = row.draft.cells.get(key, "")
                name = field_name(row.number, key)
                values[name] = group_value(typed) if key == AUDIENCE else typed
                yield name, cell_field(key, typed)
            name = field_name(row.number, "skip")
            values[name] = "on" if row.draft.skip else ""
            yield (
                name,
                forms.BooleanField(label=_("Leave this row out"), required=False),
            )

    @property
    def mended(self) -> list[ReviewedRow]:
        """The rows with fields on the page: the first wrong ones, and those opened."""
        return self.result.flawed[:MENDED_HERE] + self.result.opened[:MENDED_HERE]

    @property
    def too_many_to_mend(self) -> list[ReviewedRow]:
        """Those to be mended in the file."""
        return self.result.flawed[MENDED_HERE:]

    def faults_left(self) -> tuple[list[Fault], int]:
        """What is wrong in those, and how many kinds of faults are not named."""
        return faults(self.too_many_to_mend, self.result.draft.places)

    @property
    def groups(self) -> list[tuple[ReviewedRow, list, forms.BoundField]]:
        """Each wrong row with its fields, and the box that leaves it out."""
        return [
            (
                row,
                [self[field_name(row.number, k)] for k in self.result.draft.given],
                self[field_name(row.number, "skip")],
            )
            for row in self.mended
        ]

    @property
    def problems(self) -> list[FormProblem]:
        """As of every form; each cell is named by its row and column."""
        places = self.result.draft.places
        found = [FormProblem("", message) for message in self.non_field_errors()]
        for row in self.mended:
            for flaw in [] if row.draft.skip else row.flaws:
                place = where(row.number, flaw.key, places)
                bound = self[field_name(row.number, flaw.key)]
                found.append(
                    FormProblem(bound.id_for_label, f"{place}: {flaw.message}")
                )
        bound = self["declared"]
        found += [FormProblem(bound.id_for_label, error) for error in bound.errors]
        return found

    @property
    def rows_to_mend(self) -> int:
        """How many wrong rows there are besides those that are left out."""
        return sum(not row.draft.skip for row in self.result.flawed)

    @property
    def rows_left_out(self) -> int:
        return len(self.result.flawed) - self.rows_to_mend

    @property
    def leaves(self) -> list[int]:
        """The ids of those whose leaving is confirmed."""
        return [int(pk) for pk in self.cleaned_data.get("leaving", ())]

    def may_be_saved(self) -> bool:
        """Whether nothing stands against saving; if something does, it is noted."""
        result = self.result
        if result.difference.added and not self.cleaned_data.get("declared"):
            self.add_error(
                "declared", _("Tick this box once you have told each person.")
            )
        wanted = result.size(len(self.leaves))
        if result.difference.added and wanted > result.quota:
            self.add_error(None, too_many(result.quota, wanted))
        if self.too_many_to_mend:
            self.add_error(
                None, _("Mend the other rows in the file, then upload it again.")
            )
        return not self.errors
