"""What of the library can be followed by letter."""

from django.utils.translation import pgettext_lazy

from documents.alerts import journal, news
from portal.subscriptions.registry import FollowedKind, add_kind

add_kind(
    FollowedKind(
        news.KIND,
        pgettext_lazy("letter", "Acts"),
        subject=news.subject,
        mark=news.mark,
        news=news.news,
        notice=journal.record_changes,
    )
)
