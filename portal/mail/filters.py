"""The questions that the list of letters can be asked."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from portal.models.mail import MailRecord, MailState


class MailFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=MailState.choices,
        empty_label=_("All"),
        widget=forms.RadioSelect,
        method="in_state",
    )
    about = django_filters.CharFilter(label=_("About"))

    class Meta:
        model = MailRecord
        fields = ["state", "about"]

    def in_state(self, rows, name: str, value: str):
        return rows.in_state(value)
