"""What the rooms' demonstrations share: reading texts, pictures, publishing."""

import json
from importlib import resources
from types import ModuleType

from django.core.files.base import ContentFile
from wagtail.models import Page

from portal.demo import markup
from portal.demo.drawings import DRAWINGS
from portal.models import PortalDocument, PortalImage, PortalPage

CREDIT = "Hình vẽ của cổng"


def texts(package: ModuleType | str, folder: str) -> list[markup.Text]:
    """The texts of a folder beside a demo module, in the order of their names."""
    found = resources.files(package) / folder
    files = sorted(
        (file for file in found.iterdir() if file.name.endswith(".txt")),
        key=lambda file: file.name,
    )
    return [markup.parse(file.read_text(encoding="utf-8")) for file in files]


def body(text: markup.Text) -> str:
    """The body of a text, as a StreamField takes it."""
    return json.dumps(blocks(text), ensure_ascii=False)


def blocks(text: markup.Text) -> list[dict]:
    """The same as raw data."""
    return markup.blocks(text.body, _resolve)


def picture(name: str) -> PortalImage:
    """The drawing of that name in the picture library; put there when first asked for.

    KeyError where there is none of that name.
    """
    drawing = DRAWINGS[name]
    drawings = PortalImage.objects.filter(is_illustration=True)
    if found := drawings.filter(title=drawing.title).first():
        return found
    x, y, width, height = drawing.focus
    return PortalImage.objects.create(
        title=drawing.title,
        description=drawing.alt,
        credit=CREDIT,
        is_illustration=True,
        file=ContentFile(drawing.content(), name=f"minh-hoa-{name}.webp"),
        focal_point_x=x,
        focal_point_y=y,
        focal_point_width=width,
        focal_point_height=height,
    )


def publish(parent: Page, page: PortalPage) -> PortalPage:
    """Add a page under ``parent`` and publish it, with every check an editor meets."""
    page.full_clean(exclude=["path", "depth", "url_path", "draft_title"])
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def republish(page: PortalPage) -> None:
    """Publish what was changed of a public page, with the same checks."""
    page.full_clean()
    page.save_revision().publish()


def _resolve(kind: str, name: str) -> int:
    if kind == "trang":
        return Page.objects.get(slug=name).pk
    if kind == "tep":
        return PortalDocument.objects.get(title=name).pk
    return picture(name).pk
