"""What readers ask, and who looked at who asked."""

from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.blocks import RICH_TEXT
from questions import codes
from questions.enums import Notify, QuestionSeen, QuestionState
from questions.models.pages import AnswerPage
from questions.models.topics import QuestionTopic

_WAITS = Q(answered_at=None, withdrawn_at=None, forgotten_at=None)


class QuestionQuerySet(models.QuerySet):
    def unanswered(self):
        """What still waits for its answer; what was erased waits no more."""
        return self.filter(_WAITS)

    def late(self, today: date):
        return self.unanswered().filter(due_on__lt=today)

    def urgent_first(self):
        """What waits before what is over; the soonest due, then the oldest."""
        return self.order_by(
            Case(When(_WAITS, then=0), default=1),
            F("answered_at").desc(nulls_first=True),
            F("due_on").asc(nulls_last=True),
            "received_at",
            "pk",
        )

    def named(self):
        return self.filter(forgotten_at=None)


class Question(models.Model):
    """One question from receipt to answer. A published answer is a page of its own.

    `due_on` is stored when the question comes and follows the office's days off until
    it is answered. What it is about is kept in words too, should the page go.
    """

    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    code = models.CharField(
        pgettext_lazy("question", "code"),
        max_length=codes.LENGTH,
        unique=True,
        default=codes.new_code,
        editable=False,
    )
    text = models.TextField(pgettext_lazy("question", "question"), blank=True)
    # Equal for the same words from the same contact; empty once forgotten.
    same_key = models.CharField(max_length=64, blank=True, db_index=True)
    topic = models.ForeignKey(
        QuestionTopic,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name=_("topic"),
    )
    subject = models.ForeignKey(
        Page, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    subject_title = models.CharField(_("asked about"), max_length=300, blank=True)
    ticket_code = models.CharField(_("ticket code"), max_length=6, blank=True)
    name = models.CharField(_("full name"), max_length=120, blank=True)
    agency = models.CharField(_("agency"), max_length=255, blank=True)
    notify = models.CharField(
        _("tell by"), max_length=5, choices=Notify, default=Notify.NONE
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    consent_version = models.CharField(max_length=20)
    may_publish = models.BooleanField(_("may be published"), default=False)
    received_at = models.DateTimeField(_("received"), db_index=True)
    due_on = models.DateField(_("answer by"), null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("handled by"),
    )
    assigned_at = models.DateTimeField(null=True, blank=True)
    # As long as the lead of the page that it is published on.
    short_answer = models.CharField(_("short answer"), max_length=600, blank=True)
    answer = RichTextField(_("answer"), features=RICH_TEXT, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    corrected_at = models.DateTimeField(_("answer corrected"), null=True, blank=True)
    page = models.OneToOneField(
        AnswerPage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="question",
        verbose_name=_("published answer"),
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("reader", "question")
        verbose_name_plural = pgettext_lazy("reader", "questions")
        ordering = ["-received_at", "-pk"]
        default_permissions = ("change",)
        permissions = [("publish_question", "Can publish answers to questions")]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(answered_at=None, withdrawn_at=None),
                name="questions_unanswered",
            )
        ]

    def __str__(self) -> str:
        # Named in the admin's history: never by the person.
        return self.shown_code

    @property
    def shown_code(self) -> str:
        return codes.shown(self.code)

    @property
    def masked_email(self) -> str:
        """Enough to know one's own address by, too little to write to it."""
        name, at, domain = self.email.partition("@")
        return f"{name[:1]}•••{at}{domain}" if at else ""

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its answer."""
        return not (self.answered_at or self.withdrawn_at or self.forgotten_at)

    def state(self, today: date) -> QuestionState:
        if self.withdrawn_at:
            return QuestionState.WITHDRAWN
        if self.answered_at:
            return QuestionState.ANSWERED
        if self.forgotten_at:
            return QuestionState.ERASED
        if self.due_on and self.due_on < today:
            return QuestionState.LATE
        return QuestionState.HANDLED if self.assigned_to_id else QuestionState.NEW


class QuestionAccess(models.Model):
    """One look at who asked: written with the look, never changed.

    The user's name stays when the account is gone.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    username = models.CharField(_("user"), max_length=150)
    at = models.DateTimeField(_("at"), db_index=True)
    what = models.CharField(_("what was seen"), max_length=8, choices=QuestionSeen)
    codes = models.CharField(_("questions"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("look at who asked")
        verbose_name_plural = _("looks at who asked")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.what} {self.at}"
