"""One registration: details, answers, consents, history, messages."""

from django.shortcuts import get_object_or_404
from django.utils import timezone

from events.enums import LIVE, Purpose, RegistrationState, Seen
from events.models import Announcement, EventPage, Registration
from events.organising import access_log
from events.organising.bulk_actions import actions_for
from events.organising.exchange import targets
from events.organising.permissions import may_see
from events.organising.views.base import EventScreen
from events.organising.wording import TONES
from portal import mail


class RegistrationView(EventScreen):
    template_name = "events/admin/registration.html"

    def setup(self, request, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.row = get_object_or_404(
            Registration.objects.select_related(
                "organisation",
                "invitation__organisation",
                "replaces__event",
                "replaced_by__event",
            ),
            pk=kwargs["pk"],
            event=self.event,
        )

    def get_page_title(self) -> str:
        return self.row.name or self.row.code

    def get_context_data(self, **kwargs) -> dict:
        row, now, user = self.row, timezone.now(), self.request.user
        access_log.note(
            Seen.PERSON,
            user=user,
            event_id=self.event.pk,
            how_many=1,
            now=now,
            asked=row.code,
        )
        messages = _messages(row)
        return super().get_context_data(
            **kwargs,
            row=row,
            tone=TONES[row.state],
            rank=_rank(row),
            may_edit=row.state in LIVE and not row.forgotten_at,
            bulk_actions=self._actions(now),
            here=[event for event in _others(row) if may_see(user, event)],
            answers=_answers(self.event, row),
            consents=_consents(row),
            changes=row.changes.select_related("actor").order_by("-at", "-pk"),
            notices=messages,
            mail_failed=bool(messages) and messages[0].failed,
        )

    def _actions(self, now) -> list:
        if self.row.forgotten_at:
            return []
        others = targets(self.event, self.request.user, now=now)
        return actions_for(self.row, has_targets=others.exists())


def _others(row: Registration) -> list[EventPage]:
    """The conferences somebody was moved from and to."""
    linked = (row.replaces, getattr(row, "replaced_by", None))
    return [one.event for one in linked if one and one.event_id != row.event_id]


def _rank(row: Registration) -> int | None:
    if row.state != RegistrationState.WAITING:
        return None
    return Registration.objects.rank(row)


def _answers(event: EventPage, row: Registration) -> list[tuple[str, str]]:
    """Each question with what was answered; questions since taken away too."""
    labels = {question.clean_name: question.label for question in event.get_questions()}
    found = []
    for key, answer in row.answers.items():
        text = ", ".join(answer) if isinstance(answer, list) else str(answer)
        found.append((labels.get(key, key), text))
    return found


def _consents(row: Registration) -> list:
    """The last word on each purpose, in the order the form asks."""
    last = {consent.purpose: consent for consent in row.consents.all()}
    return [last[purpose] for purpose in Purpose if purpose in last]


def _messages(row: Registration) -> list:
    """The notices, newest first, with what became of each letter."""
    rows = list(row.messages.order_by("-at", "-pk"))
    states = mail.states(one.mail_id for one in rows if one.mail_id)
    keys = [one.key for one in rows if one.key.startswith("announcement:")]
    ids = [int(key.partition(":")[2]) for key in keys]
    written = {one.key: one for one in Announcement.objects.filter(pk__in=ids)}
    for one in rows:
        one.letter = states.get(one.mail_id)
        one.failed = bool(one.letter) and one.letter.state == mail.MailState.FAILED
        one.announcement = written.get(one.key)
    return rows
