"""The editor's screen that imports an article."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from home.models import ArticlePage
from home.setup import EDITORS, ORGANISERS
from home.tests.importer.files import docx, paragraph

TITLE = "Tập huấn viết báo cáo sáng kiến ở xã Ví Dụ"
LEAD = "Sáng ngày 12/5/2025, Trung tâm Minh Họa mở lớp cho hơn 40 học viên."
REST = "Kết thúc lớp học, các nhóm đã nộp bài và nhận góp ý của báo cáo viên."
TEXT = f"{TITLE}\n\n{LEAD}\n\nSK1.png\n\nLớp học tại xã Ví Dụ\n\n{REST}\n"


@pytest.fixture
def screen(news):
    return reverse("import_article")


def member(django_user_model, group: str):
    user = django_user_model.objects.create_user(username="minhhoa")
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def editor(client, news, django_user_model):
    user = member(django_user_model, EDITORS)
    client.force_login(user)
    return user


def test_a_pasted_text_opens_as_a_draft_with_its_findings(client, editor, screen):
    response = client.post(screen, {"text": TEXT}, follow=True)
    page = ArticlePage.objects.get()
    assert response.redirect_chain == [
        (reverse("wagtailadmin_pages:edit", args=(page.pk,)), 302)
    ]
    assert (page.live, page.owner, page.title) == (False, editor, TITLE)
    html = response.content.decode()
    for finding in page.import_findings:
        assert finding["message"].split("“")[0][:40] in html
    assert "SK1.png" in html


def test_an_uploaded_word_file_becomes_a_draft(client, editor, screen):
    raw = docx(paragraph(TITLE, "Title"), paragraph(LEAD), paragraph(REST))
    client.post(screen, {"file": SimpleUploadedFile("bài.docx", raw)})
    assert ArticlePage.objects.get().summary == LEAD


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("trang.html", b""),
        ("trang.exe", b"MZ"),
        ("bài.docx", b"<html>"),
        ("trang.txt", b"\0" * 100),
        ("trang.html", b"MZ\x90\0" + b"chuong trinh " * 20),
        ("trang.txt", b"MZ" + b"chuong trinh " * 20),
    ],
)
def test_a_bad_file_is_explained_and_nothing_saved(client, editor, screen, name, raw):
    response = client.post(screen, {"file": SimpleUploadedFile(name, raw)})
    assert response.status_code == 200
    assert len(response.context["form"].errors["file"]) == 1
    assert ArticlePage.objects.count() == 0


def test_nothing_chosen_is_explained(client, editor, screen):
    response = client.post(screen, {"text": "  "})
    assert len(response.context["form"].non_field_errors()) == 1


def test_a_text_that_is_refused_stays_in_the_form(client, editor, screen):
    response = client.post(screen, {"text": "-----"})
    assert response.context["form"].errors["text"]
    assert response.context["form"]["text"].value() == "-----"


def test_the_menu_offers_the_screen_to_editors(client, editor, screen):
    assert screen in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(screen).status_code == 200


def test_the_screen_is_for_those_who_may_add_articles(
    client, news, screen, django_user_model
):
    client.force_login(member(django_user_model, ORGANISERS))
    assert screen not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(screen, follow=True).redirect_chain
    client.post(screen, {"text": TEXT})
    assert ArticlePage.objects.count() == 0


def test_a_draft_with_a_missing_picture_can_be_saved_but_not_published(
    client, editor, screen, admin_user
):
    from wagtail.test.utils.form_data import (
        inline_formset,
        nested_form_data,
        rich_text,
        streamfield,
    )

    client.post(screen, {"text": TEXT})
    page = ArticlePage.objects.get()
    client.force_login(admin_user)
    caption, text = page.body
    data = nested_form_data(
        {
            "title": TITLE,
            "slug": page.slug,
            "summary": LEAD,
            "published_on": "2025-05-13",
            "key_points": streamfield([]),
            "related_pages": inline_formset([]),
            "body": streamfield(
                [
                    ("image", {"image": "", "caption": caption.value["caption"]}),
                    ("paragraph", rich_text(str(text.value))),
                ]
            ),
        }
    )
    edit = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    assert client.post(edit, data).status_code == 302
    client.post(edit, data | {"action-publish": "1"})
    page.refresh_from_db()
    assert page.live is False
