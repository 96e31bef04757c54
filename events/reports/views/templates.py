"""The Word files papers are made from: fetched, edited in Word, sent back."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.enums import PaperKind
from events.models import PaperTemplate
from events.reports import papers
from events.reports.forms import TemplateForm
from portal.file_names import saved_as

CHANGE = "events.change_papertemplate"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class PaperTemplateView(WagtailAdminTemplateMixin, TemplateView):
    """One template: what it may name, the file in use, another in its place."""

    template_name = "events/admin/paper_template.html"
    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        if kwargs["kind"] not in PaperKind.values:
            raise Http404
        self.kind = PaperKind(kwargs["kind"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Template: %(paper)s") % {"paper": self.kind.label}

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if "tep" in request.GET:
            name = saved_as(f"{self.kind.label}.docx")
            return HttpResponse(
                papers.template(self.kind),
                content_type=WORD,
                headers={"Content-Disposition": name},
            )
        return self._show(TemplateForm(kind=self.kind))

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if "own" in request.POST:
            PaperTemplate.objects.filter(pk=self.kind).delete()
            messages.success(request, _("The portal's own template is in use again."))
            return redirect(request.path)
        form = TemplateForm(request.POST, request.FILES, kind=self.kind)
        if not form.is_valid():
            return self._show(form)
        PaperTemplate.objects.update_or_create(
            pk=self.kind,
            defaults={
                "content": form.raw,
                "file_name": form.cleaned_data["file"].name[:200],
                "uploaded_at": timezone.now(),
                "uploaded_by": request.user,
            },
        )
        messages.success(request, _("The template is in use from now on."))
        return redirect(request.path)

    def _show(self, form: TemplateForm) -> HttpResponse:
        kept = PaperTemplate.objects.filter(pk=self.kind).defer("content").first()
        context = self.get_context_data(
            form=form,
            kept=kept,
            fields=papers.FIELDS[self.kind].items(),
            kinds=PaperKind.choices,
            kind=self.kind,
        )
        return self.render_to_response(context)
