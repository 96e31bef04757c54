"""The field of an hour: what was typed stays as it was typed, 7h30 too."""

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminTimeInput


class HourInput(AdminTimeInput):
    def get_config(self) -> dict:
        """Left to itself the list of hours makes 07:00 of 7h30 and says nothing."""
        return super().get_config() | {"validateOnBlur": False}


register_form_field_override(models.TimeField, override={"widget": HourInput})
