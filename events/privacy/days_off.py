"""The office's days off, which the clocks of requests leave out."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from events.models import Holiday


class DaysOffViewSet(ModelViewSet):
    """Reached from the list of requests. `events.receivers` sets the clocks again."""

    model = Holiday
    icon = "calendar-alt"
    menu_label = _("Days off")
    url_prefix = "ngay-nghi"
    copy_view_enabled = False
    add_to_reference_index = False
    list_display = ["day", "name"]
    ordering = ["-day"]
    panels = [
        FieldPanel(
            "day",
            help_text=_(
                "Saturdays, Sundays, 1 January, 30 April, 1 May and 2 September are "
                "known. Add the days of Tết, of the Hùng kings, and days moved by "
                "decree."
            ),
        ),
        FieldPanel("name"),
    ]


days_off = DaysOffViewSet("days_off")
