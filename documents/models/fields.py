"""Model fields of the library and the showcase."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.law.typed_provisions import place_typed, typed_anchor
from documents.models.initiative_enums import Kind
from portal.fields import SeveralField


class KindsField(SeveralField):
    """Several kinds of solution, as a list of their codes."""

    options = Kind


class TypedProvisionField(forms.CharField):
    """A place in an act, typed in words and kept as its anchor."""

    default_error_messages = {
        "not_a_place": _(
            "Write one place: Điều 5, khoản 2 Điều 5, or Điều 1 Quy định kèm theo."
        )
    }

    def prepare_value(self, value):
        """What was typed stays as it was typed; an anchor is shown in words."""
        return place_typed(value) if value else value

    def to_python(self, value):
        typed = super().to_python(value)
        return (typed_anchor(typed) or typed) if typed else typed

    def validate(self, value) -> None:
        super().validate(value)
        if value and typed_anchor(value) != value:
            raise ValidationError(self.error_messages["not_a_place"], "not_a_place")


class ProvisionField(models.CharField):
    """The anchor of a provision; a form takes it in words."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": TypedProvisionField, **kwargs})

    def deconstruct(self):
        """A column like any other: migrations know nothing of the form."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
