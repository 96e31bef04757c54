"""Which forms are seen before they are loaded, and by whom."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from guides.first_pages.kept import draw_missing
from guides.models import FirstPage, FormFile, FormPage
from guides.tests.factories import make_document, make_form
from guides.tests.first_pages.test_picture import pdf

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def form(front, settings, tmp_path) -> FormPage:
    settings.MEDIA_ROOT = str(tmp_path)
    page = make_form("Đơn đề nghị", notes="Điền trên máy.")
    document = make_document("don.pdf", pdf((595, 842), (595, 842)))
    page.files.add(FormFile(document=document, sort_order=1))
    page.save_revision().publish()
    return page


def test_the_worker_draws_and_readers_see_the_page(
    form, client, django_capture_on_commit_callbacks
):
    assert "<img" not in client.get("/bieu-mau/").content.decode().split("<main")[1]
    # The list was kept without it.
    with django_capture_on_commit_callbacks(execute=True):
        assert draw_missing() == 1
    assert draw_missing() == 0
    html = client.get("/bieu-mau/").content.decode()
    url = f"{form.get_url()}tep/2/trang-dau/{FirstPage.objects.get().sha256[:12]}/"
    assert url in html
    assert "2 trang" in html
    assert "Trang đầu của Đơn đề nghị" in html
    assert url in client.get(form.get_url()).content.decode()
    answer = client.get(url)
    assert answer["Content-Type"] == "image/webp"
    assert "immutable" in answer["Cache-Control"]
    assert answer.content[:4] == b"RIFF"


def test_a_picture_of_other_content_is_not_there(form, client):
    draw_missing()
    mark = FirstPage.objects.get().sha256[:12]
    assert client.get(f"{form.get_url()}tep/2/trang-dau/{'0' * 12}/").status_code == 404
    assert client.get(f"{form.get_url()}tep/1/trang-dau/{mark}/").status_code == 404
    assert client.get(f"{form.get_url()}tep/9/trang-dau/{mark}/").status_code == 404


def test_a_file_of_a_private_collection_is_not_drawn(form, client):
    draw_missing()
    url = f"{form.get_url()}tep/2/trang-dau/{FirstPage.objects.get().sha256[:12]}/"
    private = Collection.get_first_root_node().add_child(name="Riêng")
    CollectionViewRestriction.objects.create(collection=private)
    form.files.last().document.__class__.objects.update(collection=private)
    assert client.get(url).status_code == 404
    assert url not in client.get("/bieu-mau/").content.decode()
    draw_missing()
    assert not FirstPage.objects.exists()


def test_a_file_that_cannot_be_drawn_is_tried_once_and_shows_nothing(form, client):
    page = make_form("Đơn hỏng")
    page.files.add(FormFile(document=make_document("hong.pdf", b"%PDF-1.7 hong")))
    page.save_revision().publish()
    assert draw_missing() == 2
    assert draw_missing() == 0
    html = client.get("/bieu-mau/").content.decode()
    assert html.count("trang-dau/") == 1


def test_pictures_of_forms_that_are_withdrawn_go(form):
    draw_missing()
    form.unpublish()
    draw_missing()
    assert not FirstPage.objects.exists()


def test_queries_do_not_grow_with_what_is_drawn(
    form, client, django_assert_max_num_queries
):
    draw_missing()
    client.get("/bieu-mau/")
    with django_assert_max_num_queries(60) as one:
        client.get("/bieu-mau/?q=")
    for number in range(4):
        page = make_form(f"Đơn thứ {number}")
        content = pdf((595, 842 + number))
        document = make_document(f"don-{number}.pdf", content)
        page.files.add(FormFile(document=document, sort_order=1))
        page.save_revision().publish()
    draw_missing()
    with django_assert_max_num_queries(len(one)):
        html = client.get("/bieu-mau/?q=").content.decode()
    assert html.count("trang-dau/") == 5
