"""What of the news can be followed by letter."""

from django.utils.translation import pgettext_lazy

from home import letters
from portal.subscriptions.registry import FollowedKind, add_kind, moment_mark

add_kind(
    FollowedKind(
        letters.KIND,
        pgettext_lazy("letter", "News"),
        subject=letters.subject,
        mark=moment_mark,
        news=letters.news,
    )
)
