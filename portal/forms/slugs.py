"""The field of an address: what is typed with marks becomes plain letters at once."""

from collections import defaultdict

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import SlugInput

from portal.vietnamese import fold

# Latin letters with marks, those of Vietnamese among them.
_LETTERS = [*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)]


def _formatters() -> list[tuple[str, str]]:
    """For each plain letter, a pattern of those that are written as it.

    Wagtail's script knows most of them while a title is typed. In the field itself it
    drops what is not ASCII, and đ in both.
    """
    marked = defaultdict(str)
    for letter in map(chr, _LETTERS):
        plain = fold(letter)
        if plain.isascii() and plain.isalpha():
            marked[plain] += letter
    return [(f"[{letters}]", plain) for plain, letters in sorted(marked.items())]


FORMATTERS = _formatters()


class AddressInput(SlugInput):
    def __init__(self, attrs: dict | None = None, **kwargs) -> None:
        super().__init__(attrs, formatters=FORMATTERS, **kwargs)


register_form_field_override(models.SlugField, override={"widget": AddressInput})
