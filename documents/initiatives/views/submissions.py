"""A unit proposes an initiative: begun, written part by part, resumed by a link."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.initiatives.submissions import drafts, files, parts
from documents.initiatives.submissions.rows import COUNT, RowsForm
from documents.initiatives.submissions.start_forms import LinkForm, StartForm
from documents.initiatives.views.replications import explained
from documents.models.initiative_enums import SubmissionState
from documents.models.initiative_index import InitiativeIndexPage
from documents.models.submissions import InitiativeSubmission
from portal import guard, mail
from portal.guard.responses import private, secret
from portal.page_views import page_view

START = "documents/submissions/start.html"
OVERVIEW = "documents/submissions/overview.html"
PART = "documents/submissions/part.html"
NOT_FOUND = "documents/submissions/not_found.html"
BEGIN_LIMIT = guard.Limit(10, timedelta(hours=1))
SAVE_LIMIT = guard.Limit(300, timedelta(hours=1))
ADDRESS_LIMIT = guard.Limit(5, timedelta(days=1))

MORE = "them"

View = Callable[..., HttpResponse]


@page_view(InitiativeIndexPage, "gui/", name="submit")
def start_response(index: InitiativeIndexPage, request: HttpRequest) -> HttpResponse:
    """What is asked, and the button that begins."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = StartForm(posted, now=now)
    context = {
        "page": index,
        "form": form,
        "parts": parts.PARTS,
        "most_files": files.MOST,
        "days": drafts.KEPT_WRITING.days,
    }
    if posted is not None:
        try:
            guard.check("submission-begin", request, now, BEGIN_LIMIT)
            if form.is_valid():
                email = form.cleaned_data["email"]
                check_address(request, email, now)
                token = drafts.begin(email=email, now=now)
                return secret(redirect("submission", token))
        except guard.TooMany as flood:
            return guard.too_many(request, START, context, flood)
        except mail.BadAddress:
            form.add_error("email", form.fields["email"].error_messages["invalid"])
    return private(render(request, START, context))


def check_address(request: HttpRequest, email: str, now: datetime) -> None:
    """Nobody fills another's letter box by our hand."""
    if email:
        guard.check(
            "submission-link", request, now, ADDRESS_LIMIT, subject=email.lower()
        )


def with_submission(view: View) -> View:
    """A view of the proposal that the secret address opens; others have one answer."""

    @wraps(view)
    def answer(request: HttpRequest, token: str, **kwargs) -> HttpResponse:
        now = timezone.now()
        row = drafts.find(token, now=now)
        if row is None:
            return secret(render(request, NOT_FOUND, status=404))
        return secret(view(request, row, token, now=now, **kwargs))

    return answer


@with_submission
def overview(
    request: HttpRequest, row: InitiativeSubmission, token: str, *, now: datetime
) -> HttpResponse:
    """The parts and how far each has come; after sending, what became of it."""
    posted = request.POST if request.method == "POST" else None
    form = LinkForm(posted, now=now, initial={"email": row.email})
    context = overview_context(request, row, token, now=now) | {"form": form}
    if posted is not None and context["is_writing"]:
        try:
            guard.check("submission", request, now, SAVE_LIMIT)
            if form.is_valid():
                email = form.cleaned_data["email"]
                check_address(request, email, now)
                drafts.send_link(row, token, email)
                return redirect(f"{request.path}?da-gui-link")
        except guard.TooMany as flood:
            return guard.too_many(request, OVERVIEW, context, flood)
        except mail.BadAddress:
            form.add_error("email", form.fields["email"].error_messages["invalid"])
    return render(request, OVERVIEW, context)


def overview_context(
    request: HttpRequest, row: InitiativeSubmission, token: str, *, now: datetime
) -> dict:
    """What the list of parts shows."""
    today = timezone.localdate(now)
    listed = [
        {"part": part, "progress": parts.progress(part, row.answers, today=today)}
        for part in parts.PARTS
        if row.state == SubmissionState.WRITING
    ]
    return {
        "submission": row,
        "token": token,
        "is_writing": row.state == SubmissionState.WRITING,
        "link": request.build_absolute_uri(drafts.address(token)),
        "parts": listed,
        "done": sum(one["progress"] == parts.Progress.DONE for one in listed),
        "is_ready": all(one["progress"] == parts.Progress.DONE for one in listed),
        "file_count": row.files.count(),
        "link_sent": "da-gui-link" in request.GET,
        "saved": "da-luu" in request.GET,
        "not_ready": "chua-du" in request.GET,
        "public_page": row.page if row.page and row.page.live else None,
    }


@with_submission
def submission_part(
    request: HttpRequest,
    row: InitiativeSubmission,
    token: str,
    *,
    now: datetime,
    slug: str,
) -> HttpResponse:
    """One part: kept as typed whenever it is sent, right or wrong."""
    part = parts.find(slug)
    if part is None:
        raise Http404
    today = timezone.localdate(now)
    if request.method != "POST":
        if row.state != SubmissionState.WRITING:
            return redirect("submission", token)
        shown = part.show if MORE in request.GET else part.read
        form = shown(row.answers, today=today)
        return render(request, PART, _part_context(request, part, token, form, now))
    posted = request.POST.copy()
    more = MORE in posted
    if more and issubclass(part.form, RowsForm):
        posted[COUNT] = str(part.form(posted, today=today).count + 1)
    form = part.form(
        posted, today=today, others=parts.others(part, row.answers, today=today)
    )
    context = _part_context(request, part, token, form, now)
    try:
        guard.check("submission", request, now, SAVE_LIMIT)
    except guard.TooMany as flood:
        return guard.too_many(request, PART, context, flood)
    raw = parts.raw_of(form, posted)
    if parts.is_too_long(raw):
        form.add_error(None, _("This is too long to be kept. Shorten it."))
        return render(request, PART, context)
    if not drafts.save_part(row.pk, part.slug, raw, now=now):
        # Sent or deleted in another window: what was typed is on this page only.
        return render(request, PART, context | {"not_saved": True}, status=409)
    if more:
        return redirect(f"{request.path}?{MORE}#hang-{form.count}")
    if "sau" in posted:
        return redirect(f"{drafts.address(token)}?da-luu")
    if not form.is_valid():
        return render(request, PART, context)
    following = parts.after(part)
    if following is None:
        return redirect("submission_files", token)
    return redirect("submission_part", token, following.slug)


def _part_context(
    request: HttpRequest, part: parts.Part, token: str, form, now: datetime
) -> dict:
    is_last = parts.after(part) is None
    return {
        "part": part,
        "number": parts.PARTS.index(part) + 1,
        "total": len(parts.PARTS) + 1,
        "token": token,
        "form": form,
        "is_rows": isinstance(form, RowsForm),
        "explained": explained(request, now) if is_last else (),
    }
