"""Pictures: what is let in, what is stored, what readers receive."""

import json
from html import unescape
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image, ImageCms
from wagtail.images.forms import get_image_form

from portal.images.validation import PictureRefused, accept
from portal.models import PortalImage
from portal.tests.pictures import (
    PLACE,
    encoded,
    located,
    png_header_only,
    root,
    send_one,
    stored,
    upload,
)


def opened(content) -> Image.Image:
    content.seek(0)
    return Image.open(BytesIO(content.read()))


# What is let in


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "anh.jpg", "empty"),
        (b"\xff\xd8\xff" + b"0" * 16_000_000, "anh.jpg", "too_heavy"),
        (png_header_only(30_000, 30_000), "anh.png", "too_many_pixels"),
        (png_header_only(200, 200), "anh.png", "broken"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "a.svg", "svg"),
        (b'<?xml version="1.0"?><SVG onload="x()">', "a.png", "svg"),
        (encoded("PNG"), "anh.jpg", "wrong_type"),
        (encoded("GIF"), "anh.jpg", "wrong_type"),
        (encoded("GIF"), "anh.gif", "extension"),
        (b"MZ\x90\0" * 100, "anh.jpg", "not_a_picture"),
        (b"MZ\x90\0" * 100, "anh.exe", "extension"),
        (encoded("JPEG")[:-400], "anh.jpg", "broken"),
        (encoded("PNG")[:-400], "anh.png", "broken"),
        (encoded("WEBP")[:-400], "anh.webp", "broken"),
        (encoded("AVIF")[:-400], "anh.avif", "broken"),
        (b"RIFF\0\0\0\0WEBPVP8X", "anh.webp", "broken"),
        (b"\0\0\0\x18ftypavif" + b"\0" * 40, "anh.avif", "broken"),
    ],
)
def test_a_bad_file_is_refused_for_its_reason(content, name, code):
    with pytest.raises(PictureRefused) as refused:
        accept(upload(content, name))
    assert refused.value.code == code
    assert "%(" not in refused.value.messages[0]


def test_the_refusal_names_the_numbers(settings):
    settings.LANGUAGE_CODE = "vi"
    with pytest.raises(PictureRefused) as refused:
        accept(upload(png_header_only(30_000, 30_000), "anh.png"))
    [message] = refused.value.messages
    assert "30.000" in message
    assert "900" in message
    assert "50" in message


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_a_moving_picture_is_refused(kind):
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    with pytest.raises(PictureRefused) as refused:
        accept(upload(out.getvalue(), f"anh.{kind.lower()}"))
    assert refused.value.code == "moving"


# What is stored


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_place_and_camera_are_gone_and_the_picture_stands_upright(kind):
    content = encoded(kind, size=(64, 48), exif=located(orientation=6))
    assert PLACE in content
    kept = accept(upload(content + b"PK\x03\x04 hidden archive", f"a.{kind.lower()}"))
    result = opened(kept)
    assert result.size == (48, 64)
    assert dict(result.getexif()) == {}
    kept.seek(0)
    data = kept.read()
    assert PLACE not in data
    assert b"hidden archive" not in data


def test_a_comment_is_gone_and_pixels_stay():
    content = encoded("JPEG", comment=b"bi mat", quality=90)
    kept = accept(upload(content))
    assert b"bi mat" not in opened(kept).info.get("comment", b"")
    before = Image.open(BytesIO(content)).resize((1, 1)).getpixel((0, 0))
    after = opened(kept).resize((1, 1)).getpixel((0, 0))
    assert all(abs(x - y) <= 1 for x, y in zip(before, after, strict=True))


def test_a_large_picture_is_scaled_down():
    kept = accept(upload(encoded("JPEG", size=(3000, 1500))))
    assert opened(kept).size == (2560, 1280)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "P"), ("PNG", "1"), ("PNG", "RGBA")],
)
def test_any_colour_mode_becomes_one_browsers_show(kind, mode):
    content = encoded(kind, size=(3000, 20), mode=mode)
    result = opened(accept(upload(content, f"a.{kind.lower()}")))
    assert result.width == 2560
    assert result.mode in {"L", "RGB", "RGBA"}


def test_a_colour_profile_is_applied_and_dropped():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    kept = accept(upload(encoded("JPEG", icc_profile=profile)))
    assert "icc_profile" not in opened(kept).info


def test_a_broken_colour_profile_does_not_refuse_the_picture():
    kept = accept(upload(encoded("JPEG", icc_profile=b"nonsense")))
    assert "icc_profile" not in opened(kept).info


def test_no_way_into_storage_keeps_the_place(db):
    image = PortalImage(title="Ảnh")
    content = encoded("JPEG", size=(64, 48), exif=located(orientation=6))
    image.file.save("anh.jpg", upload(content), save=False)
    image.save()
    image.refresh_from_db()
    assert (image.width, image.height) == (48, 64)
    with image.file.open() as file:
        assert PLACE not in file.read()


def test_size_and_hash_are_those_of_the_stored_file(db):
    image = stored()
    with image.file.open() as file:
        assert image.file_size == len(file.read())
    assert len(image.file_hash) == 40


def test_title_and_file_name_are_never_the_alt_text(db):
    assert stored(title="SK1.png", description="").default_alt_text == ""


# The admin's ways to upload

BOMB = png_header_only(30_000, 30_000)


def send_several(client, content, name, **data):
    return client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Hội nghị", "collection": root(), "files[]": upload(content, name)}
        | data,
        headers={"x-requested-with": "XMLHttpRequest"},
    )


def send_from_page(client, content, name):
    prefix = "image-chooser-upload"
    return client.post(
        reverse("wagtailimages_chooser:create"),
        {
            f"{prefix}-title": "Hội nghị",
            f"{prefix}-collection": root(),
            f"{prefix}-file": upload(content, name),
        },
    )


def words_of(response) -> str:
    text = response.content.decode()
    if text.startswith("{"):
        text = json.dumps(json.loads(text), ensure_ascii=False)
    return unescape(text)


@pytest.mark.parametrize("send", [send_one, send_several, send_from_page])
@pytest.mark.parametrize(
    ("content", "name"),
    [
        (BOMB, "anh.png"),
        (b"<svg><script>x()</script></svg>", "anh.svg"),
        (encoded("PNG"), "anh.jpg"),
        (encoded("JPEG")[:-300], "anh.jpg"),
    ],
)
def test_every_way_in_answers_a_bad_file_in_words(admin_client, send, content, name):
    with pytest.raises(PictureRefused) as refused:
        accept(upload(content, name))
    response = send(admin_client, content, name)
    assert response.status_code == 200
    assert refused.value.messages[0] in words_of(response)
    assert not PortalImage.objects.exists()


@pytest.mark.parametrize("send", [send_one, send_several, send_from_page])
def test_every_way_in_strips_the_place(admin_client, send):
    send(admin_client, encoded("JPEG", exif=located(orientation=6)), "anh.jpg")
    image = PortalImage.objects.get()
    assert (image.width, image.height) == (48, 64)
    with image.file.open() as file:
        assert PLACE not in file.read()


def test_an_upload_finished_later_is_stripped_too(admin_client):
    content = encoded("JPEG", exif=located(orientation=6))
    first = send_several(admin_client, content, "anh.jpg", title="đ" * 300).json()
    pk = first["uploaded_file_id"]
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=(pk,))
    prefix = f"uploaded-image-{pk}"
    answer = admin_client.post(
        url, {f"{prefix}-title": "Hội nghị", f"{prefix}-collection": root()}
    )
    assert answer.json()["success"]
    image = PortalImage.objects.get()
    assert (image.width, image.height) == (48, 64)
    with image.file.open() as file:
        assert PLACE not in file.read()


@pytest.mark.parametrize(
    ("alt", "caption", "kept"),
    [
        ("", "", True),
        ("Đại biểu ghi phiếu trong hội trường", "Hội nghị tại Hữu Lũng", True),
        (r"C:\Users\Admin\INetCache\SK1.jpg", "", False),
        ("SK1.png", "", False),
        ("Ảnh 1", "", False),
        ("Hội nghị tại Hữu Lũng", "Hội nghị tại Hữu Lũng.", False),
    ],
)
def test_a_picture_is_kept_without_alt_text_but_not_with_a_bad_one(
    admin_client, alt, caption, kept
):
    response = send_one(
        admin_client, encoded(), "anh.jpg", description=alt, caption=caption
    )
    assert PortalImage.objects.exists() is kept
    if not kept:
        assert "description" in response.context["form"].errors


def test_the_form_keeps_wagtails_file_widget(db):
    form_class = get_image_form(PortalImage)
    field = form_class(user=None).fields["file"]
    assert field.widget.attrs["data-w-sync-name-value"] == "wagtail:images-upload"
    assert "2560" in str(field.help_text)
