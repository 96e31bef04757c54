"""The handbook's screens: its contents with the search, a chapter, all of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from home.handbook.chapters import CHAPTERS, Role, by_role, chapter, roles_of
from home.handbook.texts import find, rendered

MOST_TYPED = 100


class HandbookView(WagtailAdminTemplateMixin, TemplateView):
    """The chapters by role, the own ones first; with `?q=` what was found."""

    template_name = "home/handbook/index.html"
    header_icon = "help"

    def get_page_title(self) -> str:
        return _("Handbook")

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict:
        typed = self.request.GET.get("q", "").strip()[:MOST_TYPED]
        return {
            **super().get_context_data(**kwargs),
            "typed": typed,
            "found": find(typed),
            "groups": by_role(roles_of(self.request.user)),
        }


class ChapterView(WagtailAdminTemplateMixin, TemplateView):
    """One chapter, with those before and after it."""

    template_name = "home/handbook/chapter.html"
    header_icon = "help"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        found = chapter(kwargs["slug"])
        if found is None:
            raise Http404
        self.chapter = found
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.chapter.title

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("handbook"), "label": _("Handbook")},
            {"url": "", "label": self.chapter.title},
        ]

    def get_context_data(self, **kwargs) -> dict:
        at = CHAPTERS.index(self.chapter)
        return {
            **super().get_context_data(**kwargs),
            "chapter": self.chapter,
            "text": rendered(self.chapter),
            "before": CHAPTERS[at - 1] if at else None,
            "after": CHAPTERS[at + 1] if at + 1 < len(CHAPTERS) else None,
        }


class WholeView(WagtailAdminTemplateMixin, TemplateView):
    """All chapters of one role, or all there are, on one page to be printed."""

    template_name = "home/handbook/whole.html"
    header_icon = "help"

    def get_page_title(self) -> str:
        return _("The whole handbook")

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("handbook"), "label": _("Handbook")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs) -> dict:
        asked = self.request.GET.get("vai", "")
        roles = [role for role in Role if not asked or role.value == asked]
        return {
            **super().get_context_data(**kwargs),
            "chapters": [(one, rendered(one)) for one in CHAPTERS if one.role in roles],
        }
