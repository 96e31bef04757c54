"""News of one topic by letter, to the end of it (journey 6, second half)."""

import re

from playwright.sync_api import expect

from home.tests.browser.looks import DARK, LIGHT_PHONE, faults
from home.tests.browser.test_attendees import PAUSE
from home.tests.browser.test_letters import letters

ADDRESS = "ban-doc@minh-hoa.vn"
# An article of the topic is published now, and the next morning comes.
NEXT_MORNING = """
from datetime import timedelta
from django.utils import timezone
from home.models import ArticlePage
from portal.subscriptions.delivery import send_news
now = timezone.now()
one = ArticlePage.objects.live().filter(topic__slug="{slug}").order_by("pk").first()
ArticlePage.objects.filter(pk=one.pk).update(
    first_published_at=now, published_on=timezone.localdate(now))
send_news(now + timedelta(days=1))
print(one.title)
"""
LEFT = """
from portal.models import Subscriber
print(Subscriber.objects.filter(email="{to}").count())
"""


def link(letter: str, end: str) -> str:
    """The path of the letter's own link that ends so."""
    return re.search(rf"https?://[^/\s]+(/theo-doi/[\w-]+/{end})(?=\s|$)", letter)[1]


def test_6_on_a_phone_all_is_seen_that_a_press_confirms(open_page, served, portal_url):
    page = open_page("/tin-tuc/theo-doi/", width=360)
    choices = page.locator("input[name=what]")
    choices.first.uncheck()
    for number in (1, 2, 3):
        choices.nth(number).check()
    page.locator("input[type=email]").fill("ba-dieu@minh-hoa.vn")
    page.locator("input[name=consent]").check()
    page.wait_for_timeout(PAUSE)
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main .status")).to_contain_text("xác nhận")
    letter = letters(served, "portal/follow_confirm")["ba-dieu@minh-hoa.vn"]
    page.goto(portal_url + link(letter, ""))
    waiting = page.locator("main form li")
    assert [one.is_visible() for one in waiting.all()] == [True] * 3


def test_6_news_of_a_topic_by_letter_until_it_is_stopped(open_page, served, portal_url):
    page = open_page("/tin-tuc/", width=360)
    page.locator("details.filters > summary").click()
    topic = page.locator("a[href*='chu-de='], input[name='chu-de']").first
    slug = (
        topic.get_attribute("value")
        or re.search(r"chu-de=([\w-]+)", topic.get_attribute("href"))[1]
    )
    page.goto(f"{portal_url}/tin-tuc/?chu-de={slug}")
    page.get_by_role("link", name="Nhận tin qua thư điện tử").click()
    assert page.locator(f"input[value='{slug}']").is_checked()
    assert faults(page, [LIGHT_PHONE, DARK]) == []
    page.get_by_label("Địa chỉ email của bạn").or_(
        page.locator("input[type=email]")
    ).first.fill(ADDRESS)
    page.locator("input[name=consent]").check()
    page.wait_for_timeout(PAUSE)
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main .status")).to_contain_text("xác nhận")

    confirmation = letters(served, "portal/follow_confirm")[ADDRESS]
    page.goto(portal_url + link(confirmation, ""))
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.locator(".said")).to_contain_text("Đã xác nhận")
    assert faults(page, [LIGHT_PHONE, DARK]) == []

    title = served.manage(
        "shell", "--verbosity", "0", "-c", NEXT_MORNING.format(slug=slug)
    ).strip()
    letter = letters(served, "portal/news")[ADDRESS]
    assert title in letter
    page.goto(portal_url + link(letter, "huy/"))
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main .status")).to_contain_text("không")
    left = served.manage("shell", "--verbosity", "0", "-c", LEFT.format(to=ADDRESS))
    assert left.strip() == "0"
