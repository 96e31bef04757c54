"""What became of a proposal: published, or turned down."""

from datetime import datetime

from django.db import transaction

from documents.initiatives.submissions import drafts
from documents.initiatives.submissions.moderation import KEPT_DECIDED, sender
from documents.models.initiative_enums import SubmissionState
from documents.models.initiatives import InitiativePage
from documents.models.submissions import InitiativeSubmission
from portal import mail


def published(page: InitiativePage, *, now: datetime) -> None:
    """Its draft is public: tell the sender, once, and let the proposal go."""
    with transaction.atomic():
        rows = InitiativeSubmission.objects.select_for_update()
        for row in rows.filter(page_id=page.pk, state=SubmissionState.SENT):
            _close(
                row, SubmissionState.PUBLISHED, "documents/submission_taken", "", now
            )


@transaction.atomic
def refuse(row: InitiativeSubmission, words: str, *, now: datetime) -> bool:
    """Delete the draft with what is private in it, and tell the sender why.

    False, and nothing is done, when it was decided on already.
    """
    row = drafts.lock(row.pk)
    if row is None or row.state != SubmissionState.SENT:
        return False
    page = row.page
    _close(row, SubmissionState.REFUSED, "documents/submission_refused", words, now)
    if page is not None and not page.live:
        page.delete()
    return True


def _close(row, state: SubmissionState, template: str, words: str, now) -> None:
    who = sender(row)
    if row.email:
        mail.queue(
            template,
            row.email,
            {"name": who["name"], "page": row.page, "words": words},
            about=drafts.about(row.pk),
        )
    if state == SubmissionState.REFUSED:
        for file in row.files.all():
            drafts.delete_file(file)
    row.state = state
    row.answers = {}
    row.email = ""
    row.expires_at = now + KEPT_DECIDED
    row.save()
