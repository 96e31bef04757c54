"""Model fields of the conferences."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.enums import Audience


class AudiencesField(models.JSONField):
    """Several groups of people, as a list of their codes; none is everybody."""

    description = _("Groups of people")

    def __init__(self, *args, **kwargs) -> None:
        kwargs |= {"default": list, "blank": True}
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"default": list, "blank": True}

    def formfield(self, **kwargs) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=Audience.choices,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
