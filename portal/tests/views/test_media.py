"""Pictures are anybody's; originals of a private collection and documents are not."""

import io

import pytest
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction

from portal.models import PortalImage, User


def picture(collection: Collection) -> PortalImage:
    data = io.BytesIO()
    Image.new("RGB", (60, 40)).save(data, "PNG")
    data.seek(0)
    return PortalImage.objects.create(
        title="a", collection=collection, file=ImageFile(data, name="a.png")
    )


@pytest.fixture
def root(db) -> Collection:
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


def test_an_original_of_an_open_collection_is_kept_for_a_year(client, root):
    answer = client.get(picture(root).file.url)
    assert answer.status_code == 200
    assert "immutable" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_an_original_of_a_private_collection_is_for_who_may_see_it(client, root):
    private = root.add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    url = picture(private).file.url
    assert client.get(url).status_code == 404
    client.force_login(User.objects.create_user("editor"))
    answer = client.get(url)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["documents/a.pdf", "images/../documents/a.pdf", "images/none.png"]
)
def test_nothing_else_under_the_media_root_has_an_address(client, path):
    assert client.get(f"/media/{path}").status_code == 404
