"""How two versions of a page are set side by side: only what changed is listed."""

import difflib
from typing import Any

from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.compare import (
    FieldComparison,
    StreamFieldComparison,
    register_comparison_class,
)

from portal.fields import StreamField, is_same_in_the_form
from portal.search.fields import PhrasesField
from portal.vietnamese.dates import short_date

_SIGNS = {"- ": "deletion", "+ ": "addition"}


class StreamComparison(StreamFieldComparison):
    """Blocks that look alike in the form are unchanged.

    A form writes rich text anew with keys of its own, and gives blocks that a program
    or an import wrote their first ids.
    """

    def has_changed(self) -> bool:
        return super().has_changed() and not is_same_in_the_form(
            self.field.stream_block, self.val_a, self.val_b
        )


class PhrasesComparison(FieldComparison):
    """Phrases one a line, whole ones added and taken out."""

    def has_changed(self) -> bool:
        return _lines(self.val_a) != _lines(self.val_b)

    def htmldiff(self) -> SafeString:
        found = difflib.ndiff(_lines(self.val_a), _lines(self.val_b))
        lines = [(_SIGNS.get(one[:2], ""), one[2:]) for one in found if one[0] != "?"]
        items = format_html_join("", '<li><span class="{}">{}</span></li>', lines)
        return format_html('<ul class="compared-lines">{}</ul>', items)


class DateComparison(FieldComparison):
    """Days as readers see them; of none nothing."""

    def htmldiff(self) -> SafeString:
        old, new = short_date(self.val_a), short_date(self.val_b)
        if old == new:
            return format_html("{}", new)
        lines = [
            (sign, day) for sign, day in (("deletion", old), ("addition", new)) if day
        ]
        return format_html_join("", '<span class="{}">{}</span>', lines)


def _lines(value: Any) -> list[str]:
    return str(value or "").splitlines()


def use() -> None:
    """Set versions side by side in these ways, wherever the admin does."""
    register_comparison_class(StreamField, comparison_class=StreamComparison)
    register_comparison_class(PhrasesField, comparison_class=PhrasesComparison)
    register_comparison_class(
        models.DateField, comparison_class=DateComparison, exact_class=True
    )
