"""Several rows of the same fields in one form, without a script."""

from typing import ClassVar, NamedTuple

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.forms.reader import ReaderForm

COUNT = "so-hang"


class FormRow(NamedTuple):
    """A row as drawn: its heading and its fields."""

    number: int
    fields: list[forms.BoundField]


class RowsForm(ReaderForm):
    """Rows of `row_fields()`, numbered from 0; one left empty is none.

    A row of which anything is filled in needs its `needed` fields; the first needs
    them in any case.
    """

    most: ClassVar[int]
    needed: ClassVar[tuple[str, ...]]
    row_label: ClassVar[str | Promise]
    #: Fields of a row whose answer is short.
    short_names: ClassVar[tuple[str, ...]] = ()

    @staticmethod
    def row_fields() -> dict[str, forms.Field]:
        """New fields of one row by name."""
        raise NotImplementedError

    def __init__(self, data=None, *args, rows: int = 1, **kwargs) -> None:
        self.names = list(self.row_fields())
        count = _number(data.get(COUNT)) if data is not None else rows
        self.count = min(max(count, 1), self.most)
        self.short = tuple(
            f"{name}-{index}" for name in self.short_names for index in range(self.most)
        )
        self.base_fields = dict(self.base_fields)
        for index in range(self.count):
            is_needed = index == 0 or self._is_filled(data, index)
            for name, field in self.row_fields().items():
                field.required = is_needed and name in self.needed
                label = f"{field.label} ({self.row_label} {index + 1})"
                field.error_messages["required"] = _("Empty: %(label)s") % {
                    "label": label
                }
                self.base_fields[f"{name}-{index}"] = field
        super().__init__(data, *args, **kwargs)

    @property
    def rows(self) -> list[FormRow]:
        return [
            FormRow(index + 1, [self[f"{name}-{index}"] for name in self.names])
            for index in range(self.count)
        ]

    @property
    def may_grow(self) -> bool:
        return self.count < self.most

    def filled_rows(self) -> list[dict]:
        """The cleaned values of each row that says anything."""
        return [
            {name: self.cleaned_data.get(f"{name}-{index}") for name in self.names}
            for index in range(self.count)
            if index == 0 or self._is_filled(self.data, index)
        ]

    def _is_filled(self, data, index: int) -> bool:
        values = (data or {}).get
        return any(str(values(f"{name}-{index}") or "").strip() for name in self.names)


def _number(text) -> int:
    return int(text) if str(text or "").isdecimal() and len(str(text)) < 4 else 1
