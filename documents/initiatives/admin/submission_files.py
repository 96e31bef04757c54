"""A proposal's files on their way into the library, by a moderator's hand."""

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.utils.urlpatterns import decorate_urlpatterns

from documents.initiatives.submissions import drafts
from documents.models.initiative_rows import KitFile
from documents.models.submissions import SubmissionFile
from portal.file_kinds import extension
from portal.file_names import saved_as
from portal.images.validation import EXTENSIONS as PICTURES
from portal.models import PortalDocument
from portal.models.images import PortalImage

PERMISSION = "documents.change_initiativesubmission"


def _file(request: HttpRequest, pk: int) -> SubmissionFile:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    files = SubmissionFile.objects.select_related("submission__page")
    return get_object_or_404(files, pk=pk, submission__page__isnull=False)


def download(request: HttpRequest, pk: int) -> HttpResponse:
    """The file itself, never shown in the page: it came from outside."""
    file = _file(request, pk)
    response = FileResponse(
        file.file.open("rb"), content_type="application/octet-stream"
    )
    response["Content-Disposition"] = saved_as(file.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """A document goes into the draft's kit, a picture among the pictures."""
    file = _file(request, pk)
    page = file.submission.page
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    with transaction.atomic():
        if extension(file.name) in PICTURES:
            _as_picture(file, request.user)
            said = _("“%(name)s” is among the images now: put it into the draft.")
        else:
            _as_kit(file, request.user)
            said = _("“%(name)s” is in the kit of the draft now.")
        drafts.delete_file(file)
    messages.success(request, said % {"name": file.name})
    address = reverse("de-xuat-sang-kien:edit", args=[file.submission_id])
    return redirect(address)


def _as_picture(file: SubmissionFile, user) -> None:
    content = ContentFile(file.file.read(), name=file.name)
    PortalImage.objects.create(title=file.name, file=content, uploaded_by_user=user)


def _as_kit(file: SubmissionFile, user) -> None:
    document = PortalDocument.objects.create(
        title=file.name.rpartition(".")[0] or file.name,
        file=ContentFile(file.file.read(), name=file.name),
        uploaded_by_user=user,
    )
    locked = Page.objects.select_for_update().get(pk=file.submission.page_id)
    draft = locked.get_latest_revision_as_object()
    draft.kit.add(KitFile(document=document))
    draft.save_revision(user=user, log_action=True, clean=False)


_FILE = "de-xuat-sang-kien/tep/<int:pk>/"

urlpatterns = decorate_urlpatterns(
    [
        path(_FILE, download, name="submission_file"),
        path(f"{_FILE}nhan/", take_over, name="submission_file_take"),
    ],
    cache_control(private=True, no_store=True),
)
