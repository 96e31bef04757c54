"""The public list with its feed, and one answer."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from documents.citing.cards import latest_change
from portal import jsonld
from portal.feeds import listing_feed
from portal.page_views import page_context, page_schema, page_view
from portal.share_cards import Line, ShareCard, share_card
from portal.vietnamese.dates import short_date
from questions.facets import TOPIC, AnswerListing
from questions.models import AnswerPage, QuestionIndexPage
from questions.similar import MOST, overlap, telling_words

_FEED = 30
_LOOKED_AT = 60


@page_context(QuestionIndexPage)
def listing(index: QuestionIndexPage, request: HttpRequest) -> dict:
    url = index.get_url(request)
    return AnswerListing(request.GET, base_url=url).context(index)


@page_view(QuestionIndexPage, "rss/", name="rss")
def rss(index: QuestionIndexPage, request: HttpRequest) -> HttpResponse:
    """The newest answers, with the list's words and topic."""
    found = AnswerListing(request.GET, base_url=index.get_url(request)).context(index)
    rows = [*found["often_asked"], *found["answers"]]
    if found["often_asked"]:
        rows.sort(key=lambda row: (row.answered_on, row.pk), reverse=True)
    return listing_feed(index, rows[:_FEED], request)


@page_context(AnswerPage)
def around_answer(page: AnswerPage, request: HttpRequest) -> dict:
    """The topic, what has changed since, and what is near."""
    topic = page.topic
    parent = page.parent_url(request)
    return {
        "topic_url": f"{parent}?{TOPIC}={topic.slug}" if topic else "",
        "changed": latest_change(page.pk, after=page.sure_on, on=timezone.localdate()),
        "near": _near(page),
    }


def _near(page: AnswerPage) -> list[AnswerPage]:
    """Of the same topic; those first whose question shares the most words."""
    mine = telling_words(page.title)
    others = AnswerPage.objects.sibling_of(page).for_listing().exclude(pk=page.pk)
    if page.topic_id:
        others = others.filter(topic=page.topic_id)
    rows = list(others.newest()[:_LOOKED_AT])
    return sorted(rows, key=lambda row: -overlap(mine, telling_words(row.title)))[:MOST]


@share_card(AnswerPage)
def answer_card(page: AnswerPage) -> ShareCard:
    """The question, and the day on which it was answered."""
    answered = _("Answered on %(day)s") % {"day": short_date(page.answered_on)}
    topic = page.topic.title if page.topic else _("Questions and answers")
    return ShareCard(title=page.full_title, kicker=topic, lines=(Line(answered),))


@page_schema(AnswerPage)
def qa_page(page: AnswerPage, request: HttpRequest) -> dict:
    """schema.org's QAPage: the question with the office's one answer."""
    said = [page.summary, strip_tags(page.search_text())]
    accepted = {
        "@type": "Answer",
        "text": "\n".join(filter(None, said)),
        "url": jsonld.absolute(request, page.get_url(request)),
        "dateCreated": page.answered_on.isoformat(),
        "author": jsonld.office(request),
    }
    question = {
        "@type": "Question",
        "name": page.title,
        "text": page.title,
        "answerCount": 1,
        "acceptedAnswer": accepted,
    }
    if page.asked_on:
        question["dateCreated"] = page.asked_on.isoformat()
    return jsonld.web_page(page, request) | {"mainEntity": question}
