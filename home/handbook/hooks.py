"""The handbook under *Trợ giúp*, for everybody who may enter the admin."""

from django.http import HttpRequest
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.handbook.screens import chapter_of
from home.handbook.views import ChapterView, HandbookView, WholeView

#: Pages about Wagtail, in English; the handbook is about this portal.
_ELSEWHERE = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("register_admin_urls")
def handbook_urls() -> list:
    return [
        path("so-tay/", HandbookView.as_view(), name="handbook"),
        path("so-tay/ca-cuon/", WholeView.as_view(), name="handbook_whole"),
        path("so-tay/<slug:slug>/", ChapterView.as_view(), name="handbook_chapter"),
    ]


@hooks.register("register_help_menu_item")
def handbook_menu_item() -> MenuItem:
    return MenuItem(
        gettext_lazy("Handbook"),
        reverse_lazy("handbook"),
        name="handbook",
        icon_name="doc-full-inverse",
        order=10,
    )


@hooks.register("construct_help_menu")
def chapter_of_this_screen(request: HttpRequest, items: list) -> None:
    """What the handbook says of the screen that is open stands beside the handbook."""
    items[:] = [one for one in items if not one.name.startswith(_ELSEWHERE)]
    if found := chapter_of(request):
        items.append(
            MenuItem(
                _("This screen: %(chapter)s") % {"chapter": found.title},
                reverse("handbook_chapter", args=[found.slug]),
                name="handbook-of-screen",
                icon_name="help",
                order=20,
            )
        )
