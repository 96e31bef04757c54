"""The front page's demonstration: news, pages about the portal, accounts."""

from datetime import date, timedelta

from django.utils import timezone

from home.demo import accounts, asked, errands, template_file
from home.models import ArticlePage, HomePage, NewsIndexPage, NewsTopic, StandardPage
from portal.demo import content
from portal.demo.markup import Text
from questions.models import ContactPage

TOPICS = {
    "hoi-nghi-tap-huan": "Hội nghị, tập huấn",
    "kinh-nghiem": "Kinh nghiệm",
    "hoi-dap": "Hỏi đáp",
    "thong-bao": "Thông báo",
}
NEWSROOM = "Ban biên tập cổng"


def load(*, today: date) -> None:
    """Add pages, news dated back from ``today``, and somebody to sign in as."""
    template_file.store()
    for slug, title in TOPICS.items():
        NewsTopic.objects.get_or_create(slug=slug, defaults={"title": title})
    for text in content.texts(__name__, "pages"):
        _page(text)
    for text in content.texts(__name__, "articles"):
        content.publish(NewsIndexPage.objects.get(), article(text, today))
    asked.add()
    accounts.create()
    for text in content.texts(__name__, "drafts"):
        errands.draft(article(text, today), text)
    errands.question(now=timezone.now())


def _page(text: Text) -> None:
    contact = ContactPage.objects.filter(slug=text.head["slug"]).first()
    if contact:
        contact.summary, contact.body = text.head["summary"], content.body(text)
        contact.save_revision().publish()
        return
    content.publish(
        HomePage.objects.get(),
        StandardPage(
            title=text.head["title"],
            slug=text.head["slug"],
            summary=text.head["summary"],
            body=content.body(text),
        ),
    )


def article(text: Text, today: date) -> ArticlePage:
    """The article of a text, not yet anywhere in the tree."""
    head = text.head
    page = ArticlePage(
        title=head["title"],
        slug=head["slug"],
        summary=head["summary"],
        is_sample=head["sample"] == "yes",
        topic=NewsTopic.objects.get(slug=head["topic"]),
        published_on=today - timedelta(days=int(head["age"])),
        author_unit=NEWSROOM,
        key_points=[("point", point) for point in text.lines("points")],
        body=content.body(text),
    )
    if "cover" in head:
        page.cover = content.picture(head["cover"])
        page.cover_caption = head["caption"]
        page.cover_credit = content.CREDIT
    return page
