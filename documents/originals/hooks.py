"""What the files of acts add to the admin."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail import hooks
from wagtail.models import Page

from documents.models import RegulationPage
from documents.originals.views import file_text, recognise_text, show_text


@hooks.register("register_admin_urls")
def text_urls() -> list:
    address = "van-ban/<int:page_id>/toan-van/<int:document_id>/"
    return [path(address, file_text, name="file_text")]


# The buttons are part of the page's own form, so what was typed is saved first.
@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def after_save(request: HttpRequest, page: Page) -> HttpResponse | None:
    if not isinstance(page, RegulationPage):
        return None
    if "take-text" in request.POST:
        return show_text(request, page)
    if "recognise-text" in request.POST:
        return recognise_text(request, page)
    return None
