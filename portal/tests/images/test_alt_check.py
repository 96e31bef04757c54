"""No page goes to readers with a picture that has no words in its place."""

import json
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.models import ArticlePage
from home.tests.factories import ArticlePageFactory
from portal.images.alt_check import AltTextRefused
from portal.images.alt_findings import alt_findings
from portal.images.alt_text import AltProblem
from portal.tests.pictures import stored


@pytest.fixture
def bare(db):
    return stored(title="Hội trường", description="")


def picture_block(image, alt="", caption=""):
    return {"image": image.pk, "alt": alt, "caption": caption, "credit": ""}


def article_with(news, *blocks, **fields):
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    return ArticlePageFactory(parent=news, live=False, body=body, **fields)


def posted(article, action=None, *, cover="", picture=None):
    """What the page's form sends, with one picture in its body."""
    blocks = [] if picture is None else [("image", picture)]
    data = nested_form_data(
        {
            "title": article.title,
            "slug": article.slug,
            "summary": article.summary,
            "cover": cover,
            "cover_caption": "",
            "cover_credit": "",
            "published_on": "2021-01-29",
            "topic": article.topic_id or "",
            "author_unit": "",
            "key_points": streamfield([]),
            "body": streamfield(blocks),
            "comments": inline_formset([]),
            "related_pages": inline_formset([]),
        }
    )
    return data | ({action: "1"} if action else {})


def edit(client, article, *args, **kwargs):
    url = reverse("wagtailadmin_pages:edit", args=(article.pk,))
    return client.post(url, posted(article, *args, **kwargs))


def is_live(page) -> bool:
    return Page.objects.get(pk=page.pk).live


# Finding


def test_cover_blocks_and_galleries_are_all_looked_at(news, bare):
    good = stored(description="Đại biểu ghi phiếu trong hội trường")
    numbered = picture_block(bare, alt="Ảnh 2")
    article = article_with(
        news,
        ("image", picture_block(bare)),
        ("image", picture_block(bare, alt="Hàng ghế đầu nghe giới thiệu")),
        ("image", picture_block(good)),
        ("image", picture_block(good, alt="SK1.png")),
        ("gallery", {"images": [picture_block(good), numbered]}),
        cover=bare,
    )
    assert [finding.problem for finding in alt_findings(article)] == [
        AltProblem.EMPTY,
        AltProblem.EMPTY,
        AltProblem.FILE_NAME,
        AltProblem.NUMBERED,
    ]


def test_the_caption_of_the_place_and_of_the_picture_count(news):
    image = stored(description="Hội nghị tại Hữu Lũng", caption="Hội nghị tại Hữu Lũng")
    by_itself = article_with(news, ("image", picture_block(image)))
    [finding] = alt_findings(by_itself)
    assert finding.problem is AltProblem.SAME_AS_CAPTION
    here = article_with(news, ("image", picture_block(image, caption="Giờ hỏi đáp")))
    assert alt_findings(here) == []


def test_the_message_names_the_picture(news, bare):
    [finding] = alt_findings(article_with(news, cover=bare))
    assert "Hội trường" in finding.message


# The form of the page


def test_a_draft_is_saved_as_it_is(admin_client, news, bare):
    article = article_with(news)
    edit(admin_client, article, cover=bare.pk, picture=picture_block(bare))
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    assert draft.cover_id == bare.pk
    assert len(draft.body) == 1


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_the_form_stops_what_would_reach_readers(admin_client, news, bare, action):
    article = article_with(news)
    response = edit(
        admin_client,
        article,
        action,
        cover=bare.pk,
        picture=picture_block(bare, alt=r"C:\Users\Admin\SK1.jpg"),
    )
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert "Hội trường" in errors["cover"][0]
    [body_error] = errors["body"].as_data()
    [alt_error] = body_error.block_errors[0].block_errors["alt"].messages
    assert "Hội trường" in alt_error
    assert not is_live(article)


def test_a_mended_page_is_published(admin_client, news, bare):
    article = article_with(news)
    picture = picture_block(bare, alt="Hàng ghế đầu nghe giới thiệu quy định")
    edit(admin_client, article, "action-publish", picture=picture)
    assert is_live(article)


def test_a_new_page_is_stopped_too(admin_client, news, bare):
    draft = ArticlePageFactory.build(title="Tin mới", slug="tin-moi")
    url = reverse("wagtailadmin_pages:add", args=("home", "articlepage", news.pk))
    response = admin_client.post(url, posted(draft, "action-publish", cover=bare.pk))
    assert "cover" in response.context["form"].errors
    assert not ArticlePage.objects.exists()


# Round the form


def test_approval_in_a_workflow_is_stopped_with_words(admin_client, news, bare):
    article = article_with(news)
    article.save_revision()
    user = get_user_model().objects.get()
    state = article.get_workflow().start(article, user)
    # The picture loses its words after the editor sent the page on.
    article.cover = bare
    article.save_revision()
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=(article.pk, "approve", state.current_task_state.pk),
    )
    response = admin_client.post(url, {"comment": ""}, follow=True)
    assert "Hội trường" in unescape(response.content.decode())
    assert not is_live(article)
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS


def test_a_dialogue_is_led_to_the_page(admin_client, news, bare):
    article = article_with(news, cover=bare)
    article.save_revision()
    state = article.get_workflow().start(article, get_user_model().objects.get())
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=(article.pk, "approve", state.current_task_state.pk),
    )
    answer = admin_client.post(
        url, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"}
    )
    edit_url = reverse("wagtailadmin_pages:edit", args=(article.pk,))
    assert answer.json() == {"step": "success", "redirect": edit_url}


def test_publishing_many_at_once_is_stopped_whole(admin_client, news, bare):
    good, bad = article_with(news), article_with(news, cover=bare)
    for article in (good, bad):
        article.save_revision()
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    response = admin_client.post(
        f"{url}?id={good.pk}&id={bad.pk}", {"include_descendants": ""}, follow=True
    )
    assert "Hội trường" in unescape(response.content.decode())
    assert not is_live(good)
    assert not is_live(bad)


def test_a_program_is_stopped_too(news, bare):
    article = article_with(news, cover=bare)
    with pytest.raises(AltTextRefused):
        article.save_revision().publish()
    assert not is_live(article)


def test_the_timer_publishes_what_was_approved(news):
    image = stored(description="Đại biểu ghi phiếu trong hội trường")
    article = article_with(news, cover=image)
    article.go_live_at = timezone.now() + timezone.timedelta(hours=1)
    article.save_revision().publish()
    image.description = ""
    image.save()
    revision = article.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - timezone.timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert is_live(article)
