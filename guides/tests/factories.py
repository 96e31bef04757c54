"""Invented guides and forms for tests."""

from datetime import date

from django.core.files.base import ContentFile

from guides.models import FormFile, FormIndexPage, FormPage, GuideIndexPage, GuidePage
from portal.models import PortalDocument
from portal.tests import gathered


def make_document(name: str = "mau.docx", content: bytes = b"PK") -> PortalDocument:
    file = ContentFile(content, name=name)
    return PortalDocument.objects.create(title=name, file=file)


def make_form(title: str = "Mẫu minh họa", **fields) -> FormPage:
    """A published form with one Word file."""
    page = FormPage(title=title, version_on=date(2026, 6, 12), **fields)
    page.files.add(FormFile(document=make_document(), sort_order=0))
    with gathered.at_the_end():
        FormIndexPage.objects.get().add_child(instance=page)
        page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_guide(title: str = "Hướng dẫn minh họa", *steps: dict, **fields) -> GuidePage:
    """A published guide of these steps."""
    page = GuidePage(title=title, steps=[("step", step) for step in steps], **fields)
    with gathered.at_the_end():
        GuideIndexPage.objects.get().add_child(instance=page)
        page.save_revision().publish()
    page.refresh_from_db()
    return page
