"""What of the conferences can be followed by letter."""

from django.utils.translation import pgettext_lazy

from events.conferences import news
from portal.subscriptions.registry import FollowedKind, add_kind, moment_mark

add_kind(
    FollowedKind(
        news.KIND,
        pgettext_lazy("letter", "Conferences"),
        subject=news.subject,
        mark=moment_mark,
        news=news.news,
    )
)
