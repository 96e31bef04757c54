"""Letters about questions: to whoever asked, and to the office."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from wagtail.models import Site

from portal import mail
from portal.models import SiteSettings
from questions.enums import Notify
from questions.models import Question


def about(pk: int) -> str:
    """What letters on a question are filed under."""
    return f"question:{pk}"


def received(question: Question) -> None:
    """The receipt for the asker; for the office that something came, naming nobody."""
    _tell_asker("questions/received", question)
    site = Site.objects.filter(is_default_site=True).first()
    office = SiteSettings.for_site(site).email if site else ""
    if office:
        path = reverse("question_desk_one", args=[question.pk])
        mail.queue(
            "questions/office",
            office,
            {
                "code": question.shown_code,
                "due_on": question.due_on,
                "url": settings.SITE_URL + path,
            },
            about=about(question.pk),
        )


def answered(question: Question) -> None:
    _tell_asker("questions/answered", question)


def corrected(question: Question) -> None:
    _tell_asker("questions/corrected", question)


def forget(ids: Iterable[int]) -> None:
    mail.forget(about=[about(pk) for pk in ids])


def _tell_asker(template: str, question: Question) -> None:
    """Nothing of question or answer stands in it: the address leads there."""
    if question.notify != Notify.EMAIL or not question.email:
        return
    path = reverse("question_receipt", args=[question.shown_code])
    mail.queue(
        template,
        question.email,
        {
            "code": question.shown_code,
            "due_on": question.due_on,
            "url": settings.SITE_URL + path,
        },
        about=about(question.pk),
    )
