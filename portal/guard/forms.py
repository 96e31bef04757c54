"""A public form that tells a person from a program without asking for anything."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from portal.forms.reader import ReaderForm
from portal.guard.timestamps import opened_at, stamp

STAMP = "guard_stamp"
TRAP = "guard_website"


class GuardedForm(ReaderForm):
    """Refuses what was sent by a program, too fast, or from a page opened long ago.

    Each refusal keeps what was filled in and says that pressing the button once more
    is enough, so that a person who meets one by accident is never locked out.
    """

    guard_action: ClassVar[str]
    guard_window: ClassVar[timedelta] = timedelta(hours=24)
    guard_pause: ClassVar[timedelta] = timedelta(seconds=2)

    def __init__(self, *args, now: datetime, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self._now = now

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and (refusal := self._refusal()):
            self.add_error(None, refusal)

    @property
    def guard_stamp(self) -> str:
        """The mark to send along: the one that came, while it is good."""
        sent = str(self.data.get(STAMP, ""))
        good = self._age(sent) is not None
        return sent if good else stamp(self.guard_action, self._now)

    def _age(self, mark: str) -> timedelta | None:
        """How long ago the form was opened; None when it cannot be told or too long."""
        opened = opened_at(self.guard_action, mark)
        if opened is None:
            return None
        age = self._now - opened
        # Clocks of two servers differ by a little.
        return age if timedelta(minutes=-5) <= age <= self.guard_window else None

    def _refusal(self):
        if self.data.get(TRAP):
            return _(
                "The form looks as if a program had filled it in. If you are a person, "
                "please press the button once more."
            )
        age = self._age(str(self.data.get(STAMP, "")))
        if age is None:
            return _(
                "This page was opened too long ago. What you have filled in is kept: "
                "please look it over and press the button once more."
            )
        if age < self.guard_pause:
            return _(
                "The form was sent sooner than a person can fill it in. "
                "Please press the button once more."
            )
        return None


def filled(action: str, now: datetime) -> dict[str, str]:
    """What a browser sends along for a form of this action opened a minute ago."""
    return {STAMP: stamp(action, now - timedelta(minutes=1)), TRAP: ""}
