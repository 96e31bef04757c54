"""The sizes of a picture: cut after upload, found without work when read."""

import pytest
from django.core.management import CommandError, call_command
from django.template import Context, Template
from django.urls import reverse
from wagtail.images.models import Filter

from portal.images.presets import PRESETS, all_specs
from portal.images.renditions import make_renditions, picture, shared_link_picture
from portal.models import PortalImage
from portal.tests.pictures import encoded, root, send_one, stored, upload
from portal.tests.prepared import lay_down

# Sizes


def test_sizes_are_cut_when_the_upload_is_committed(
    admin_client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        send_one(admin_client, encoded(size=(1500, 1000)), "anh.jpg")
    image = PortalImage.objects.get()
    made = set(image.renditions.values_list("filter_spec", flat=True))
    assert made >= set(all_specs(1500, 1000))


def test_a_new_file_gets_new_sizes(admin_client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = stored(size=(700, 500))
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(
            reverse("wagtailimages:edit", args=(image.pk,)),
            {
                "title": "Hội nghị",
                "collection": root(),
                "file": upload(encoded(size=(700, 300)), "moi.jpg"),
            },
        )
    article = image.renditions.get(filter_spec="width-648|format-avif")
    assert (article.width, article.height) == (648, 277)


def test_moving_the_focal_point_cuts_anew_and_drops_the_old(db):
    image = stored(size=(700, 500))
    make_renditions(image)
    count = image.renditions.count()
    image.focal_point_x, image.focal_point_y = 10, 10
    image.focal_point_width, image.focal_point_height = 20, 20
    image.save()
    assert make_renditions(image) > 0
    assert image.renditions.count() == count
    assert make_renditions(image) == 0


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (300, 200, [648]),
        (648, 400, [648]),
        (700, 400, [648]),
        (800, 400, [648, 864]),
        (900, 400, [648, 864]),
        (2560, 1000, [648, 864, 1296]),
    ],
)
def test_no_size_is_made_twice_or_blown_up(width, height, expected):
    assert PRESETS["article"].widths_for(width, height) == expected


def test_the_shape_of_a_crop_counts_too():
    assert PRESETS["card"].widths_for(4000, 198) == [352]


def test_a_photo_is_light_enough(db):
    image = stored(size=(1300, 900))
    make_renditions(image)
    phone = image.renditions.get(filter_spec="width-864|format-avif")
    assert phone.file.size < 60_000


def test_the_command_cuts_what_is_missing_and_names_what_it_cannot(db, capsys, caplog):
    whole, lost = stored(), stored()
    lost.file.storage.delete(lost.file.name)
    with pytest.raises(CommandError, match="1 pictures"):
        call_command("make_renditions")
    assert whole.renditions.exists()
    assert f"No sizes of picture {lost.pk}" in caplog.text
    assert whole.file.name in capsys.readouterr().out


# What readers receive


def shown(image, tag="{% portal_picture image %}", **context) -> str:
    template = Template("{% load portal_images %}" + tag)
    return template.render(Context({"image": image, **context}))


def add_cut_picture() -> None:
    image = stored(size=(1400, 900), description="Đại biểu “ghi phiếu” & hỏi")
    make_renditions(image)


@pytest.fixture
def cut(db):
    # Its files stay where the first test put them; nobody here changes them.
    lay_down(add_cut_picture)
    return PortalImage.objects.prefetch_related("renditions").get()


def test_the_picture_element_says_all_a_browser_needs(cut):
    html = shown(cut)
    avif, webp = html.index('type="image/avif"'), html.index('type="image/webp"')
    assert avif < webp < html.index("<img")
    assert 'width="864" height="555"' in " ".join(html.split())
    assert 'alt="Đại biểu “ghi phiếu” &amp; hỏi"' in html
    assert 'loading="lazy"' in html
    assert "fetchpriority" not in html
    assert "648w, " in html


def test_the_first_picture_is_not_lazy(cut):
    html = shown(cut, '{% portal_picture image lazy=False fetchpriority="high" %}')
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_the_words_of_the_place_come_first(cut):
    assert 'alt="Giờ hỏi đáp"' in shown(
        cut, '{% portal_picture image alt="Giờ hỏi đáp" %}'
    )
    assert 'alt=""' in shown(cut, "{% portal_picture image decorative=True %}")


def test_fetched_sizes_cost_no_query(cut, django_assert_num_queries):
    with django_assert_num_queries(0):
        shown(cut)
        shown(cut, '{% portal_picture image preset="card" %}')
        assert cut.share_url


def test_reading_never_makes_a_size(db, django_assert_num_queries):
    image = stored(size=(1400, 900))
    with django_assert_num_queries(1):
        html = shown(image)
    assert f'src="{image.file.url}"' in html
    assert 'width="1400"' in html
    assert not image.renditions.exists()


def test_the_nearest_size_stands_in_for_a_missing_crop(db):
    image = stored(size=(1400, 900))
    image.create_renditions(
        Filter("width-648|format-jpeg"), Filter("width-1296|format-jpeg")
    )
    result = picture(image, "card")
    assert result.width == 648
    assert result.sources == ()


def test_links_elsewhere_show_the_large_crop(cut):
    shared = shared_link_picture(cut)
    assert (shared.width, shared.height) == (1200, 630)


def test_no_picture_is_no_element():
    assert shown(None).strip() == ""


def test_paper_gets_the_largest_file(cut):
    html = shown(cut, for_print=True)
    assert "<source" not in html
    assert 'width="1296"' in html
