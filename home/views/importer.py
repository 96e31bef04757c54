"""The editor's screen "Nhập bài": a page or a Word file in, a draft article out."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from home.importer.draft.create import create_draft
from home.importer.forms import ImportForm
from home.models import NewsIndexPage


def target_index(user) -> NewsIndexPage | None:
    """The news index this user may add articles to."""
    index = NewsIndexPage.objects.first()
    if index and index.permissions_for_user(user).can_add_subpage():
        return index
    return None


class ImportArticleView(WagtailAdminTemplateMixin, FormView):
    """Creates the draft at once and opens it, with its findings, in the editor."""

    form_class = ImportForm
    template_name = "home/importer/import.html"
    page_title = _("Import an article")
    header_icon = "download"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.index = target_index(request.user)
        if self.index is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def form_valid(self, form: ImportForm) -> HttpResponse:
        page = create_draft(
            form.cleaned_data["article"], parent=self.index, owner=self.request.user
        )
        count = len(page.import_findings)
        messages.success(
            self.request,
            ngettext(
                "Draft “%(title)s” created. There is %(count)s remark to go through.",
                "Draft “%(title)s” created. There are %(count)s remarks to go through.",
                count,
            )
            % {"title": page.title, "count": count},
        )
        return redirect(reverse("wagtailadmin_pages:edit", args=(page.pk,)))
