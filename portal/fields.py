"""Model fields of the portal's own."""

import json
import re
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst
from wagtail import blocks, fields

# The editor gives each paragraph a random key where the stored text has none.
_PARAGRAPH_KEY = re.compile(r'\\"key\\": \\"\w+\\",')
# Blocks written by a program have none before a form or the database gives them one.
_BLOCK_ID = re.compile(r'"id": (?:null|"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")')


class SeveralField(models.JSONField):
    """Several of the `options` a subclass names, as a list of their codes."""

    options: type[models.TextChoices]

    def __init__(self, *args, **kwargs) -> None:
        kwargs |= {"default": list, "blank": True}
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"default": list, "blank": True}

    def formfield(self, **kwargs) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.options.choices,
            required=False,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


class BlockField(blocks.BlockField):
    """Blocks that look alike in the form are unchanged.

    Rich text from an import or a program is not yet written as the editor writes
    it, and compared letter by letter it changed with the first look at it.
    """

    def has_changed(self, initial_value, data_value) -> bool:
        return super().has_changed(initial_value, data_value) and (
            _in_the_form(self.block, initial_value)
            != _in_the_form(self.block, data_value)
        )


def is_same_in_the_form(block: blocks.Block, one: Any, other: Any) -> bool:
    """Whether an editor would see the same, whichever keys it has.

    Two versions of one page have been through the form at different times, or never.
    """
    one, other = (
        _BLOCK_ID.sub("", _in_the_form(block, value)) for value in (one, other)
    )
    return one == other


def _in_the_form(block: blocks.Block, value: Any) -> str:
    state = json.dumps(block.get_form_state(value), default=str)
    return _PARAGRAPH_KEY.sub("", state)


class StreamField(fields.StreamField):
    """A StreamField whose block definitions stay out of migrations.

    A block's wording and options change weekly and touch no column, so a
    migration for each would be noise. Historical models see an empty stream
    definition: a data migration reads the raw JSON instead.
    """

    def __init__(self, *args, **kwargs) -> None:
        if args or "block_types" in kwargs:
            super().__init__(*args, **kwargs)
        else:
            super().__init__([], **kwargs)

    def formfield(self, **kwargs) -> forms.Field:
        return super().formfield(**{"form_class": BlockField} | kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
