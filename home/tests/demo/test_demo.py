"""The demonstration as a whole: labelled, valid, readable."""

import io
import stat
import zipfile
from datetime import timedelta

import mammoth
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Page

from events.organising.permissions import visible_events
from home.demo import template_file
from home.models import ArticlePage, StandardPage
from home.setup import EDITORS, MODERATORS, ORGANISERS
from portal.blocks import BodyBlock
from portal.demo import LOGINS
from portal.errands.registry import errands_of
from portal.tests import gathered
from portal.tests.demonstration import prepared_site
from questions.models import Question

STORY = "hoi-nghi-pho-bien-sang-kien-2021"


@pytest.fixture(scope="module", autouse=True)
def printed(django_db_setup, django_db_blocker, tmp_path_factory):
    out = io.StringIO()
    with (
        prepared_site(django_db_blocker) as patch,
        override_settings(VAR_DIR=tmp_path_factory.mktemp("var")),
    ):
        patch.delenv("DEMO_PASSWORD", raising=False)
        with gathered.at_the_end():
            call_command("load_demo", stdout=out)
        yield out.getvalue()


def test_every_page_is_served(client, db):
    for page in Page.objects.live().filter(depth__gte=2):
        assert client.get(page.get_url()).status_code == 200, page


def test_all_news_but_the_story_are_labelled(db):
    [story] = ArticlePage.objects.filter(is_sample=False)
    assert story.slug == STORY
    assert story.cover.is_illustration


def test_news_count_back_from_today_over_more_than_a_year(db):
    articles, today = ArticlePage.objects.live(), timezone.localdate()
    assert articles.newest().first().published_on == today
    assert articles.filter(published_on__lt=today - timedelta(days=365)).exists()


def test_news_show_every_kind_of_block(db):
    articles = ArticlePage.objects.live()
    shown = {block.block_type for article in articles for block in article.body}
    assert shown == set(BodyBlock().child_blocks)


def test_bodies_are_what_an_editor_could_have_saved(db):
    for page in (*ArticlePage.objects.all(), *StandardPage.objects.all()):
        page.body.stream_block.clean(page.body)


def test_the_story_links_its_four_acts_and_names_no_day_of_a_district(client, db):
    html = client.get(ArticlePage.objects.get(slug=STORY).get_url()).content.decode()
    for slug in ("14-2019-nq-hdnd", "36-2018-qd-ubnd", "06-2020-qd-ubnd"):
        assert f"/van-ban/{slug}/" in html
    assert "/van-ban/291-hd-skhcn/" in html
    assert "26/01/2021" not in html
    assert "27/01/2021" not in html


def test_accounts_have_their_groups_and_a_private_file_of_passwords(db, printed):
    users = get_user_model().objects
    groups = {u.username: sorted(g.name for g in u.groups.all()) for u in users.all()}
    assert groups == {
        "quantri": [],
        "bientap": [EDITORS],
        "duyet": [MODERATORS],
        "huulung": sorted((ORGANISERS, "Phụ trách hội nghị: huulung")),
    }
    assert users.get(username="quantri").is_superuser
    seen = visible_events(users.get(username="huulung"))
    assert {event.locality.name for event in seen} == {"Hữu Lũng"}
    assert seen.count() == 4
    assert not visible_events(users.get(username="bientap")).exists()
    path = settings.VAR_DIR / LOGINS
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for line in path.read_text(encoding="utf-8").splitlines():
        name, password, *_ = line.split()
        assert users.get(username=name).check_password(password)
        assert password in printed


def test_the_first_morning_has_something_for_everybody(client, db):
    users = get_user_model().objects
    waiting = {
        user.username: {
            str(errand.what): errand for errand in errands_of(user, timezone.now())
        }
        for user in users.all()
    }
    assert waiting["bientap"][
        "“Minh họa: chọn ảnh cho bài viết về sáng kiến” bị trả lại"
    ]
    assert waiting["duyet"]["Bài chờ duyệt"].count == 1
    assert waiting["duyet"]["Câu hỏi giao cho bạn"].count == 1
    untold = waiting["huulung"]["Hội nghị đã thay đổi, người đăng ký chưa được báo"]
    assert untold.count == 1
    assert "40 người" in untold.detail
    assert waiting["quantri"]["Bài chờ duyệt"].count == 1
    for username, errands in waiting.items():
        client.force_login(users.get(username=username))
        for errand in errands.values():
            assert client.get(errand.button.url).status_code == 200, errand


def test_what_waits_says_that_it_is_a_sample(db):
    assert all(page.is_sample for page in ArticlePage.objects.filter(live=False))
    asked = Question.objects.get()
    assert "minh họa" in asked.text
    assert "Minh Họa" in asked.name
    assert not asked.email and not asked.phone


def test_the_form_is_a_word_file_with_headings_and_a_table(db):
    data = template_file.word_file()
    assert data == template_file.word_file()
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    html = mammoth.convert_to_html(io.BytesIO(data)).value
    assert html.count("<h1>") == len(template_file.SECTIONS)
    assert "<th>" in html
    assert template_file.TITLE in html
