"""The files of a proposal, sending it in, and throwing it away."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.forms import BooleanField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from documents.initiatives.submissions import drafts, files, moderation, parts
from documents.initiatives.submissions.rows import RowsForm
from documents.initiatives.submissions.start_forms import FileForm, SendForm
from documents.initiatives.views.answer_form import answer_form
from documents.initiatives.views.submissions import (
    SAVE_LIMIT,
    overview_context,
    with_submission,
)
from documents.models.initiative_enums import SubmissionState
from documents.models.submissions import InitiativeSubmission
from portal import guard

FILES = "documents/submissions/files.html"
SEND = "documents/submissions/send.html"
DISCARD = "documents/submissions/discard.html"


# The token of the form is read by the inner view: until the handler stands there,
# nobody may read the body.
@csrf_exempt
def submission_files(request: HttpRequest, token: str) -> HttpResponse:
    """Files with limits: too large a one is dropped while it arrives."""
    request.quota = files.Quota(request)
    request.upload_handlers.insert(0, request.quota)
    return _files(request, token)


@csrf_protect
@with_submission
def _files(
    request: HttpRequest, row: InitiativeSubmission, token: str, *, now: datetime
) -> HttpResponse:
    posted = request.method == "POST"
    if row.state != SubmissionState.WRITING and not posted:
        return redirect("submission", token)
    if posted and request.POST.get("bo", "").isdecimal():
        files.remove(row, int(request.POST["bo"][:18]))
        return redirect(request.path)
    form = FileForm(
        request.POST if posted else None, request.FILES if posted else None, now=now
    )
    context = _files_context(row, token, form)
    if not posted:
        return render(request, FILES, context)
    try:
        guard.check("submission", request, now, SAVE_LIMIT)
    except guard.TooMany as flood:
        return guard.too_many(request, FILES, context, flood)
    if request.quota.refused:
        form.errors.pop("file", None)
        form.add_error("file", request.quota.message)
    elif form.is_valid():
        try:
            files.store(row.pk, files.checked(form.cleaned_data["file"]), now=now)
            return redirect(request.path)
        except ValidationError as error:
            form.add_error("file", error)
    return render(request, FILES, context)


def _files_context(row: InitiativeSubmission, token: str, form: FileForm) -> dict:
    held = list(row.files.all())
    return {
        "token": token,
        "form": form,
        "held": held,
        "is_full": len(held) >= files.MOST,
        "most": files.MOST,
        "number": len(parts.PARTS) + 1,
        "total": len(parts.PARTS) + 1,
    }


@with_submission
def submission_send(
    request: HttpRequest, row: InitiativeSubmission, token: str, *, now: datetime
) -> HttpResponse:
    """Everything once more on one page, and the button that sends it."""
    if row.state != SubmissionState.WRITING:
        return redirect("submission", token)
    found = moderation.read(row.answers, today=timezone.localdate(now))
    if not found.is_ready:
        return redirect(f"{drafts.address(token)}?chua-du")
    posted = request.POST if request.method == "POST" else None
    form = SendForm(posted, now=now)
    context = overview_context(request, row, token, now=now) | {
        "form": form,
        "sections": [(part, answered(found.forms[part.slug])) for part in parts.PARTS],
        "held": list(row.files.all()),
    }

    def on_valid() -> str:
        try:
            moderation.send(row.pk, token=token, now=now)
        except moderation.NotReady:  # changed in another window meanwhile
            return f"{drafts.address(token)}?chua-du"
        return drafts.address(token)

    return answer_form(
        request, SEND, context, limit=SAVE_LIMIT, now=now, on_valid=on_valid
    )


@with_submission
def submission_discard(
    request: HttpRequest, row: InitiativeSubmission, token: str, *, now: datetime
) -> HttpResponse:
    """Asks once, then deletes the proposal with everything in it."""
    if row.state != SubmissionState.WRITING:
        return redirect("submission", token)
    if request.method == "POST":
        drafts.delete(row)
        return render(request, DISCARD, {"is_gone": True})
    return render(request, DISCARD, {"token": token})


def answered(form) -> list[tuple[str, str]]:
    """Label and words of every field that says something."""
    if isinstance(form, RowsForm):
        numbered = ((row.number, bound) for row in form.rows for bound in row.fields)
        pairs = ((f"{bound.label} ({number})", bound) for number, bound in numbered)
    else:
        pairs = ((str(bound.label), bound) for bound in form)
    return [(label, _words(bound)) for label, bound in pairs if bound.value()]


def _words(bound) -> str:
    if isinstance(bound.field, BooleanField):
        return _("Yes")
    value = bound.value()
    options = getattr(bound.field, "choices", ())
    names = {str(key): str(label) for key, label in options}
    values = value if isinstance(value, list) else [value]
    return "; ".join(names.get(str(one), str(one)) for one in values)
