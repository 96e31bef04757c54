"""The admin's screens of an importer: upload, trial run, confirmation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import HeaderButton

from portal.file_names import saved_as
from portal.importing import kept_tables
from portal.importing.forms import ConfirmForm, TableForm
from portal.importing.importer import Importer
from portal.importing.report import Outcome, Report
from portal.importing.template import described, template
from portal.importing.trial import problem_sheet, trial_of
from portal.tabular import Column, Table, TableRefused, read_table
from portal.tabular.source import kind_of
from portal.tabular.wording import table_text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ImporterMixin:
    """Lets in who may add what is imported."""

    # Given by `importer_urls`; Django takes only names that the class has.
    importer: Importer = None  # type: ignore[assignment]
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        parent = self.importer.place(request.user)
        if parent is None:
            raise PermissionDenied
        self.parent = parent
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # of View

    @cached_property
    def columns(self) -> Sequence[Column]:
        return self.importer.columns()

    def read(self, raw: bytes, filename: str) -> Table:
        """Raises TableRefused."""
        limits = self.importer.limits
        return read_table(raw, filename=filename, columns=self.columns, limits=limits)

    def tried(self, key: str, *, write: bool = False, publish: bool = False) -> Report:
        """The report on a kept table. Raises TableGone and TableRefused."""
        raw = kept_tables.take_up(key, user_id=self.request.user.pk)
        return self.importer.take(
            self.parent,
            self.read(raw, key),
            write=write,
            publish=publish,
            now=timezone.now(),
            user=self.request.user,
        )

    def lost(self) -> HttpResponse:
        text = _("The table is no longer here: it is kept for a day. Upload it again.")
        messages.warning(self.request, text)
        return redirect(self.importer.name)


class ImporterScreen(ImporterMixin, WagtailAdminTemplateMixin):
    header_icon = "table"

    def get_page_title(self) -> str:
        return self.importer.title

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.importer.title}]

    def get_context_data(self, **kwargs) -> dict:
        name = self.importer.name
        return super().get_context_data(**kwargs) | {
            "importer": self.importer,
            "upload_url": reverse(name),
            "template_url": reverse(f"{name}_template"),
            "list_url": reverse(self.importer.list_url_name),
        }


class TableView(ImporterScreen, FormView):
    """Takes a table and leads to its trial run; nothing else is written."""

    form_class = TableForm
    template_name = "portal/admin/import_table.html"

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {
            "most_bytes": self.importer.limits.file_bytes
        }

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {
            "columns": described(self.columns),
            "most_rows": self.importer.limits.rows,
        }

    def form_valid(self, form: TableForm) -> HttpResponse:
        file = form.cleaned_data["file"]
        limits = self.importer.limits
        raw = file.read(limits.file_bytes + 1)
        try:
            self.read(raw, file.name)
        except TableRefused as refused:
            form.add_error("file", table_text(refused))
            return self.form_invalid(form)
        ending = kind_of(raw, file.name)
        key = kept_tables.keep(raw, ending, user_id=self.request.user.pk)
        return redirect(f"{self.importer.name}_trial", key)


class TrialView(ImporterScreen, TemplateView):
    """What the table would do, cell by cell; with POST, does it."""

    template_name = "portal/admin/import_trial.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except (kept_tables.TableGone, TableRefused):
            return self.lost()

    def get_context_data(self, **kwargs) -> dict:
        key = self.kwargs["key"]
        report = self.tried(key)
        can_publish = self.parent.permissions_for_user(
            self.request.user
        ).can_publish_subpage()
        return super().get_context_data(**kwargs) | {
            "trial": trial_of(report),
            "can_publish": can_publish,
            "problems_url": reverse(f"{self.importer.name}_problems", args=(key,)),
        }

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        form = ConfirmForm(request.POST)
        allowed = self.parent.permissions_for_user(request.user)
        publish = form.publishes and allowed.can_publish_subpage()
        counts = self.tried(key, write=True, publish=publish).counts
        taken = counts[Outcome.ADDED] + counts[Outcome.CHANGED]
        said = ngettext(
            "%(count)s row was imported: %(added)s new, %(changed)s changed.",
            "%(count)s rows were imported: %(added)s new, %(changed)s changed.",
            taken,
        )
        facts = {
            "count": taken,
            "added": counts[Outcome.ADDED],
            "changed": counts[Outcome.CHANGED],
        }
        messages.success(request, said % facts)
        if counts[Outcome.REFUSED]:
            # The rows that are left stand there, to be mended and uploaded again.
            return redirect(f"{self.importer.name}_trial", key)
        kept_tables.drop(key, user_id=request.user.pk)
        return redirect(self.importer.list_url_name)


class TemplateFileView(ImporterMixin, View):
    """An empty workbook with every column explained."""

    def get(self, request: HttpRequest) -> HttpResponse:
        content = template(self.columns, title=self.importer.sheet_title)
        return _workbook(content, f"{self.importer.sheet_title} - mẫu.xlsx")


class ProblemFileView(ImporterMixin, View):
    """Everything that is to be mended in a table."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        try:
            report = self.tried(key)
        except (kept_tables.TableGone, TableRefused):
            return self.lost()
        name = f"{self.importer.sheet_title} - chỗ cần sửa.xlsx"
        return _workbook(problem_sheet(report), name)


def _workbook(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = saved_as(name)
    answer["Cache-Control"] = "private, no-store"
    return answer


class ImportLinkMixin:
    """A list of pages with the way to the importer beside "add"."""

    importer: Importer

    @cached_property
    def header_buttons(self) -> list:
        buttons = list(super().header_buttons)  # type: ignore[misc]  # a mixin
        if self.importer.place(self.request.user):  # type: ignore[attr-defined]
            url = reverse(self.importer.name)
            label = gettext_lazy("Import a table")
            buttons.append(HeaderButton(label, url, icon_name="table"))
        return buttons


def importer_urls(importer: Importer, address: str) -> list:
    """The addresses of its screens below the admin's: `name`, `name_trial`, …."""
    screens = (
        ("", "", TableView),
        ("mau.xlsx", "_template", TemplateFileView),
        ("<str:key>/", "_trial", TrialView),
        ("<str:key>/loi.xlsx", "_problems", ProblemFileView),
    )
    return [
        path(
            f"{address}{end}",
            view.as_view(importer=importer),
            name=f"{importer.name}{name}",
        )
        for end, name, view in screens
    ]
