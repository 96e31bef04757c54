"""A unit proposes an initiative: begun, written part by part, resumed by a link."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.initiatives.submissions import drafts, files, steps
from documents.initiatives.submissions.rows import COUNT, RowsForm
from documents.initiatives.submissions.start_forms import LinkForm, StartForm
from documents.initiatives.views.replications import explained
from documents.models.initiative_enums import SubmissionState
from documents.models.submissions import InitiativeSubmission
from portal import guard, mail
from portal.guard.responses import private, secret

START = "documents/submissions/start.html"
OVERVIEW = "documents/submissions/overview.html"
PART = "documents/submissions/part.html"
GONE = "documents/submissions/gone.html"
BEGUN = guard.Limit(10, timedelta(hours=1))
SAVED = guard.Limit(300, timedelta(hours=1))
PER_ADDRESS = guard.Limit(5, timedelta(days=1))

MORE = "them"

View = Callable[..., HttpResponse]


def start_response(index, request: HttpRequest) -> HttpResponse:
    """What is asked, and the button that begins."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = StartForm(posted, now=now)
    context = {
        "page": index,
        "form": form,
        "steps": steps.STEPS,
        "most_files": files.MOST,
        "days": drafts.KEPT_WRITING.days,
    }
    if posted is not None:
        try:
            guard.check("submission-begin", request, now, BEGUN)
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
        guard.check("submission-link", request, now, PER_ADDRESS, subject=email.lower())


def with_submission(view: View) -> View:
    """A view of the proposal that the secret address opens; others have one answer."""

    @wraps(view)
    def answer(request: HttpRequest, token: str, **kwargs) -> HttpResponse:
        now = timezone.now()
        row = drafts.find(token, now=now)
        if row is None:
            return secret(render(request, GONE, status=404))
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
            guard.check("submission", request, now, SAVED)
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
        {"step": step, "progress": steps.progress(step, row.answers, today=today)}
        for step in steps.STEPS
        if row.state == SubmissionState.WRITING
    ]
    return {
        "submission": row,
        "token": token,
        "is_writing": row.state == SubmissionState.WRITING,
        "link": request.build_absolute_uri(drafts.address(token)),
        "parts": listed,
        "done": sum(part["progress"] == steps.Progress.DONE for part in listed),
        "is_ready": all(part["progress"] == steps.Progress.DONE for part in listed),
        "file_count": row.files.count(),
        "link_sent": "da-gui-link" in request.GET,
        "saved": "da-luu" in request.GET,
        "not_ready": "chua-du" in request.GET,
        "public_page": row.page if row.page and row.page.live else None,
    }


@with_submission
def part(
    request: HttpRequest,
    row: InitiativeSubmission,
    token: str,
    *,
    now: datetime,
    slug: str,
) -> HttpResponse:
    """One part: kept as typed whenever it is sent, right or wrong."""
    step = steps.find(slug)
    if step is None:
        raise Http404
    if row.state != SubmissionState.WRITING:
        return redirect("submission", token)
    today = timezone.localdate(now)
    if request.method != "POST":
        shown = step.show if MORE in request.GET else step.read
        form = shown(row.answers, today=today)
        return render(request, PART, _shown(request, step, token, form, now))
    posted = request.POST.copy()
    more = MORE in posted
    if more and issubclass(step.form, RowsForm):
        posted[COUNT] = str(step.form(posted, today=today).count + 1)
    form = step.form(
        posted, today=today, others=steps.others(step, row.answers, today=today)
    )
    context = _shown(request, step, token, form, now)
    try:
        guard.check("submission", request, now, SAVED)
    except guard.TooMany as flood:
        return guard.too_many(request, PART, context, flood)
    raw = steps.raw_of(form, posted)
    if steps.is_too_long(raw):
        form.add_error(None, _("This is too long to be kept. Shorten it."))
        return render(request, PART, context)
    drafts.save_part(row.pk, step.slug, raw, now=now)
    if more:
        return redirect(f"{request.path}?{MORE}#hang-{form.count}")
    if "sau" in posted:
        return redirect(f"{drafts.address(token)}?da-luu")
    if not form.is_valid():
        return render(request, PART, context)
    following = steps.after(step)
    if following is None:
        return redirect("submission_files", token)
    return redirect("submission_part", token, following.slug)


def _shown(request: HttpRequest, step, token: str, form, now: datetime) -> dict:
    is_last = steps.after(step) is None
    return {
        "step": step,
        "number": steps.STEPS.index(step) + 1,
        "total": len(steps.STEPS) + 1,
        "token": token,
        "form": form,
        "is_rows": isinstance(form, RowsForm),
        "explained": explained(request, now) if is_last else (),
    }
