"""The handbook is true: its labels, pictures and links are where it says."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import NoReverseMatch, resolve, reverse
from PIL import Image
from wagtail.models import get_page_models

from home.handbook.camera import MOST_BYTES, Unfit, small
from home.handbook.chapters import CHAPTERS, Role, by_role, roles_of
from home.handbook.pictures import SHOTS
from home.handbook.screens import OF_PAGES, OF_SCREENS
from home.handbook.texts import find, passages, rendered
from home.setup import EDITORS, MODERATORS
from home.tests.handbook.labels import stands_on_a_screen

CHAPTERS_FOLDER = Path(settings.BASE_DIR, "templates/home/handbook/chapters")
PICTURES = Path(settings.BASE_DIR, "home/static/home/handbook")
SLUGS = [chapter.slug for chapter in CHAPTERS]
of_each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=SLUGS)


def soup(chapter) -> BeautifulSoup:
    return BeautifulSoup(rendered(chapter), "html.parser")


def used_pictures() -> dict[str, str]:
    """Of each picture that a chapter shows, the chapter."""
    found = {}
    for path in CHAPTERS_FOLDER.glob("*.html"):
        names = re.findall(r'{% picture "([\w-]+)"', path.read_text("utf-8"))
        found |= dict.fromkeys(names, path.stem)
    return found


@of_each_chapter
def test_every_label_stands_on_a_screen(chapter):
    labels = {one.get_text() for one in soup(chapter).select("b")}
    assert labels
    assert [label for label in labels if not stands_on_a_screen(label)] == []


def test_a_label_that_is_no_more_is_found():
    assert stands_on_a_screen("Gửi duyệt theo Duyệt tin bài")
    assert not stands_on_a_screen("Nút chưa từng có ở đâu")


def test_a_chapter_is_a_template_and_a_template_a_chapter():
    assert {path.stem for path in CHAPTERS_FOLDER.glob("*.html")} == set(SLUGS)
    assert len(set(SLUGS)) == len(SLUGS)


def test_every_picture_is_there_small_and_taken_by_the_command():
    shown = set(used_pictures())
    assert shown == {shot.name for shot in SHOTS}
    assert shown == {path.stem for path in PICTURES.glob("*")}
    sizes = {shot.name: (shot.width, shot.height) for shot in SHOTS}
    for path in PICTURES.glob("*"):
        assert path.stat().st_size <= MOST_BYTES, path
        with Image.open(path) as image:
            assert image.format == "WEBP"
            assert image.size == sizes[path.stem], path


@of_each_chapter
def test_every_link_leads_to_a_chapter_or_a_picture(chapter):
    links = [one["href"] for one in soup(chapter).select("a[href]")]
    for link in links:
        if not link.endswith(".webp"):
            assert resolve(link).kwargs["slug"] in SLUGS, link


@of_each_chapter
def test_a_chapter_has_steps_and_every_picture_its_words(chapter):
    text = soup(chapter)
    assert text.select("ol > li")
    assert all(one.get("alt") for one in text.select("img"))


def test_screens_name_addresses_page_types_and_chapters_that_there_are():
    for name, slug in OF_SCREENS.items():
        assert slug in SLUGS
        assert _is_an_address(name), name
    types = {model._meta.model_name for model in get_page_models()}
    assert {*OF_PAGES.values()} <= {*SLUGS}
    assert set(OF_PAGES) <= types


def _is_an_address(name: str) -> bool:
    for args in ((), (1,), (1, 1), ("x",)):
        try:
            reverse(name, args=args)
        except NoReverseMatch:
            continue
        return True
    return False


def test_found_without_accents_by_words_of_one_step():
    assert find("moi co quan")[0].chapter.slug == "moi-co-quan"
    assert find("hen gio")[0].chapter.slug == "hen-gio-dang"
    [first, *_others] = find("chép lời nhắn zalo")
    assert first.chapter.slug == "moi-co-quan"
    assert "Zalo" in first.passages[0]
    assert find("") == []
    assert find("khongcotunaynhuthe") == []


@pytest.mark.parametrize("chapter", CHAPTERS[:3], ids=SLUGS[:3])
def test_a_chapter_is_found_by_its_title(chapter):
    assert chapter in [one.chapter for one in find(chapter.title)]
    assert passages(chapter)[0] == chapter.title


def user_of(group: str | None):
    user = get_user_model().objects.create_user(f"nguoi-{group}")
    if group:
        user.groups.add(Group.objects.get(name=group))
    else:
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


@pytest.mark.parametrize("group", [EDITORS, MODERATORS, None])
def test_everybody_who_can_enter_reads_it_from_the_help_menu(front, client, group):
    client.force_login(user_of(group))
    home = client.get("/admin/").content.decode()
    assert reverse("handbook") in home
    assert reverse("handbook_chapter", args=["vao-trang-quan-tri"]) in home
    index = client.get(reverse("handbook")).content.decode()
    for one in CHAPTERS:
        url = reverse("handbook_chapter", args=[one.slug])
        assert url in index
        assert client.get(url).status_code == 200
    assert client.get(reverse("handbook_whole")).status_code == 200
    assert client.get("/admin/so-tay/khong-co/").status_code == 404


def test_the_own_chapters_come_first_after_what_everybody_needs(front):
    moderator = user_of(MODERATORS)
    assert Role.MODERATOR in roles_of(moderator)
    order = [role for role, _chapters in by_role(roles_of(moderator))]
    assert order[:2] == [Role.EVERYBODY, Role.MODERATOR]
    assert set(order) == set(Role)


def test_a_screen_offers_its_chapter_and_nobody_is_sent_to_english(front, client):
    boss = get_user_model().objects.create_superuser("sep")
    client.force_login(boss)
    news = front.get_children().get(slug="tin-tuc")
    for url, slug in (
        (reverse("outgoing_mail"), "trong-coi-cong"),
        (
            reverse("wagtailadmin_pages:add", args=["home", "articlepage", news.pk]),
            "viet-bai",
        ),
        (reverse("wagtailadmin_explore", args=[news.pk]), "viet-bai"),
    ):
        html = client.get(url).content.decode()
        assert reverse("handbook_chapter", args=[slug]) in html, url
        assert "Editor Guide" not in html
        assert "whats-new" not in html


def test_search_on_the_screen_says_what_was_found_and_what_not(front, client):
    client.force_login(user_of(EDITORS))
    url = reverse("handbook")
    found = client.get(url, {"q": "hen gio dang"}).content.decode()
    assert "Hẹn giờ đăng bài" in found
    none = client.get(url, {"q": '"><b>zzz'}).content.decode()
    assert "Không mục nào có đủ các từ này" in none
    assert "<b>zzz" not in none


def test_one_role_alone_can_be_printed(front, client):
    client.force_login(user_of(EDITORS))
    html = client.get(reverse("handbook_whole"), {"vai": "quan-tri"}).content.decode()
    assert "Thư không gửi được, tìm không thấy, sao lưu" in html
    assert "Hẹn giờ đăng bài" not in html.partition("handbook--whole")[2]
    assert (
        "Không có mục nào"
        in client.get(reverse("handbook_whole"), {"vai": "khac"}).content.decode()
    )


def test_pictures_are_made_small_enough():
    out, noise = BytesIO(), BytesIO()
    Image.effect_noise((300, 200), 60).convert("RGB").save(out, "PNG")
    assert len(small(out.getvalue())) <= MOST_BYTES
    Image.effect_noise((1280, 720), 100).convert("RGB").save(noise, "PNG")
    with pytest.raises(Unfit):
        small(noise.getvalue())
