"""The PDF of a page of the tree."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as render_template
from django.template.loader import select_template
from django.utils import timezone
from django.utils.http import http_date

from portal import pdf
from portal.file_names import saved_as
from portal.guard.responses import try_later
from portal.pdf.kept import KeptPdf

_AGAIN_AFTER = 5


def page_html(page, request: HttpRequest, *, printed_at: datetime) -> str:
    """The document to print: `pdf/<the page's template>`, else the general one."""
    context = page.get_context(request)
    context |= {
        "for_print": True,
        "printed_at": printed_at,
        "source_url": page.get_full_url(request) or request.build_absolute_uri("/"),
    }
    names = [f"pdf/{page.get_template(request)}", page.pdf_template]
    return select_template(names).render(context, request)


def pdf_response(page, request: HttpRequest) -> HttpResponse:
    """Answer with the page's PDF, or with a page that offers the browser's print."""
    kept = KeptPdf(request)

    def draw() -> bytes:
        # Who waited may find it made by the one before.
        if found := kept.read():
            return found
        html = page_html(page, request, printed_at=timezone.now())
        content = pdf.render(html, request.build_absolute_uri(page.get_url(request)))
        kept.write(content)
        return content

    try:
        content = kept.read() or pdf.one_at_a_time(draw, f"page {page.pk}")
    except pdf.Busy:
        return _unavailable(page, request, again=True)
    if content is None:
        return _unavailable(page, request, again=False)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = saved_as(f"{page.title}.pdf", inline=True)
    response["X-Robots-Tag"] = "noindex"
    if page.last_published_at:
        response["Last-Modified"] = http_date(page.last_published_at.timestamp())
    return response


def _unavailable(page, request: HttpRequest, *, again: bool) -> HttpResponse:
    """The browser's own print in its place; asks once more, if others were before."""
    context = {"page": page, "again": again}
    response = render_template(request, "pdf/unavailable.html", context)
    if again:
        response["Refresh"] = str(_AGAIN_AFTER)
    return try_later(response, _AGAIN_AFTER if again else 60)
