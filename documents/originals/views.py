"""The admin's way from a file to the text field of an act."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from documents.extraction.ocr import ocr_available
from documents.law.provisions import Level
from documents.law.structure import parse_provisions
from documents.models import FileReading, RegulationPage
from documents.originals import draft_text
from documents.originals.reader import WHILE_WAITING, read
from documents.originals.tasks import ask_for_recognition
from portal.models import PortalDocument


def show_text(request: HttpRequest, act: RegulationPage) -> HttpResponse | None:
    """After a save: on to the text of the file whose button was pressed."""
    reading = _reading(_file_of(act, request.POST["take-text"]))
    if not reading.text:
        messages.error(request, _why_no_text(reading))
        return None
    if draft_text.says_same(act.text, reading.text):
        messages.info(request, _("The text field already holds the text of this file."))
        return None
    return redirect("file_text", act.pk, reading.document_id)


def recognise_text(request: HttpRequest, act: RegulationPage) -> HttpResponse | None:
    """After a save: the scan whose button was pressed, into the queue."""
    reading = _reading(_file_of(act, request.POST["recognise-text"]))
    if not ocr_available():
        message = _("This server has no software to recognise text in scans.")
        messages.error(request, message)
        return None
    ask_for_recognition(reading, now=timezone.now())
    messages.success(
        request,
        _("The scan is in the queue. Its text will wait here for you to check."),
    )
    return _back(act.pk)


def file_text(request: HttpRequest, page_id: int, document_id: int) -> HttpResponse:
    """The text of a file, or what it would change; with POST, into the draft."""
    page = get_object_or_404(RegulationPage, pk=page_id)
    allowed = page.permissions_for_user(request.user)
    if not allowed.can_edit() or page.alias_of_id:
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    document = _file_of(draft, document_id)
    reading = FileReading.objects.by_document([document.pk]).get(document.pk)
    if reading is None or not reading.text:
        messages.error(request, _("The file has changed: take its text again."))
        return _back(page.pk)
    if request.method == "POST":
        return _put(request, page, reading, locked=allowed.page_locked())
    has_words = bool(draft.text.strip())
    context = {
        "act": draft,
        "document": document,
        "text": reading.text,
        "remarks": reading.remark_texts,
        "has_words": has_words,
        "places": draft_text.differences(draft.text, reading.text)
        if has_words
        else None,
        "compared": draft_text.fingerprint(draft.text),
        "back_url": _edit_url(page.pk),
        "before": len(draft.text.split()),
        "after": len(reading.text.split()),
        "articles": _articles(reading),
    }
    return render(request, "documents/admin/file_text.html", context)


def _put(
    request: HttpRequest, page: RegulationPage, reading: FileReading, *, locked: bool
) -> HttpResponse:
    if locked:
        messages.error(request, _("The page is locked: nothing was changed."))
        return _back(page.pk)
    try:
        compared = request.POST.get("compared", "")
        draft_text.put(page.pk, reading.text, request.user, compared=compared)
    except draft_text.DraftChanged:
        message = _("The text has changed meanwhile; here it is compared anew.")
        messages.warning(request, message)
        return redirect("file_text", page.pk, reading.document_id)
    message = _(
        "The text of “%(title)s” is in the draft. Check it against the original before "
        "publishing."
    )
    messages.success(request, message % {"title": reading.document.title})
    return _back(page.pk)


def _file_of(act: RegulationPage, document_id: str | int) -> PortalDocument:
    """The document, if it is one of the act's files."""
    named = {str(row.document_id) for row in act.files.all()}
    if str(document_id) not in named:
        raise Http404
    return get_object_or_404(PortalDocument, pk=document_id)


def _reading(document: PortalDocument) -> FileReading:
    """What is known of the file; what failed before is tried once more."""
    known = FileReading.objects.by_document([document.pk]).get(document.pk)
    if known and not known.problem:
        return known
    return read(document, now=timezone.now(), limits=WHILE_WAITING)


def _why_no_text(reading: FileReading) -> str:
    if reading.problem:
        return reading.problem_text
    if reading.has_text_layer is False:
        return _("The file is a scan without a text layer: it has no full text.")
    return _("The file holds no words.")


def _articles(reading: FileReading) -> int:
    pieces = parse_provisions(reading.text)
    return sum(piece.level is Level.ARTICLE for piece in pieces)


def _back(page_id: int) -> HttpResponse:
    return redirect(f"{_edit_url(page_id)}#id_text")


def _edit_url(page_id: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=(page_id,))
