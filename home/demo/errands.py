"""What waits for the demonstration's officials on the first morning, labelled so."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from wagtail.models import Site

from home.models import ArticlePage, NewsIndexPage
from portal.demo.markup import Text
from questions.models import QuestionSettings, QuestionTopic
from questions.verbs import QuestionDetails, assign, receive

EDITOR, MODERATOR = "bientap", "duyet"
SENT_BACK = "sent_back"

QUESTION = (
    "Nội dung minh họa: hai người cùng làm một cách mới thì ghi tên tác giả thế nào?"
)
ASKER = "Người Hỏi Minh Họa"
# The same question however often it is received.
_KEY = UUID("6d1b7a52-4a0e-4f0e-9b57-0f6a2e3c9d11")


def draft(page: ArticlePage, text: Text) -> None:
    """An editor's article on its way: waiting for the moderator, or sent back."""
    users = get_user_model().objects
    editor = users.filter(username=EDITOR).first()
    moderator = users.filter(username=MODERATOR).first()
    page.live, page.owner = False, editor
    page.full_clean(exclude=["path", "depth", "url_path", "draft_title"])
    NewsIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=editor)
    workflow = page.get_workflow()
    if editor is None or workflow is None:
        return
    state = workflow.start(page, editor)
    if text.head["fate"] == SENT_BACK:
        task = state.current_task_state
        task.reject(user=moderator, comment=text.head["reason"])


def question(*, now: datetime) -> None:
    """A reader's question that the moderator has taken and not answered."""
    desk = QuestionSettings.for_site(Site.objects.get(is_default_site=True))
    details = QuestionDetails(
        text=QUESTION,
        topic=QuestionTopic.objects.filter(slug="tac-gia").first(),
        name=ASKER,
        may_publish=True,
    )
    received = receive(details, key=_KEY, desk=desk, now=now)
    moderator = get_user_model().objects.filter(username=MODERATOR).first()
    if moderator:
        assign(received.pk, to=moderator, now=now)
