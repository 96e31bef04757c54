"""What conferences add to the admin: a series held elsewhere, a word on questions."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import HeaderButton, ListingButton
from wagtail.models import Page

from events.certificates import hooks as certificates  # noqa: F401  by import
from events.checkin import hooks as checkin  # noqa: F401  registered by import
from events.enums import NoticeKind
from events.models import ConferenceSeriesPage, EventPage
from events.models.personal_matters import personal_matters
from events.organising import hooks as organising  # noqa: F401  registered by import
from events.organising.views.copy import HoldElsewhereView
from events.privacy import hooks as privacy  # noqa: F401  registered by import
from events.reports import hooks as reports  # noqa: F401  registered by import
from portal.mail.names import name_letters

LABEL = gettext_lazy("Hold it elsewhere")

name_letters({f"events/{kind.value}": kind.label for kind in NoticeKind})
name_letters({"events/invitation": gettext_lazy("Invitation of an agency")})
name_letters({"events/data_request": gettext_lazy("Request about personal data")})


@hooks.register("register_admin_urls")
def series_urls() -> list:
    return [
        path(
            "hoi-nghi/<int:series_id>/them-lop/",
            HoldElsewhereView.as_view(),
            name="hold_elsewhere",
        )
    ]


def _may_add_to(page: Page, user) -> bool:
    is_series = isinstance(page, ConferenceSeriesPage)
    return is_series and page.permissions_for_user(user).can_add_subpage()


@hooks.register("register_page_header_buttons")
def series_header_button(page: Page, user, view_name: str, next_url=None):
    if _may_add_to(page, user):
        url = reverse("hold_elsewhere", args=[page.pk])
        yield HeaderButton(LABEL, url, icon_name="calendar-alt", priority=5)


@hooks.register("register_page_listing_buttons")
def series_listing_button(page: Page, user, next_url=None):
    if _may_add_to(page, user):
        url = reverse("hold_elsewhere", args=[page.pk])
        yield ListingButton(LABEL, url, icon_name="calendar-alt", priority=5)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_personal_questions(request: HttpRequest, page: Page) -> None:
    """Name the questions that ask for more than a seat needs, and how they stand."""
    if not isinstance(page, EventPage | ConferenceSeriesPage):
        return
    for question in page.questions.all():
        texts = (question.label, question.help_text, question.choices)
        for matter in personal_matters(*texts):
            names = {"question": question.label, "matter": matter.label}
            messages.warning(request, _asks_for(question.required) % names)


def _asks_for(required: bool) -> str:
    if required:
        return _(
            "The question “%(question)s” asks for %(matter)s and is required: nobody "
            "can register without answering it. A conference hardly needs that; think "
            "about leaving it out."
        )
    return _(
        "The question “%(question)s” asks for %(matter)s, so it is optional: whoever "
        "registers may leave it open. Only if it cannot do without, tick “required” "
        "and save once more."
    )
