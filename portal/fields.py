"""Model fields of the portal's own."""

from django import forms
from django.db import models
from django.utils.text import capfirst
from wagtail import fields


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

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
