"""What guides and forms tell search."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from guides.enums import FORMS, GUIDES
from guides.models import FormIndexPage, FormPage, GuidePage, OpenDataPage
from portal.search import registry
from portal.search.page_words import KIND_WORDS, joined
from portal.search.registry import Description, Service

registry.add_kind(GUIDES, _("Guides"), 5)
registry.add_kind(FORMS, _("Forms to download"), 25)


@registry.describes(GuidePage)
def describe_guide(page: GuidePage) -> Description:
    return Description(
        kind=GUIDES,
        text="\n".join(filter(None, (page.summary, page.search_text()))),
        also=KIND_WORDS[GUIDES],
    )


@registry.describes(FormPage)
def describe_form(page: FormPage) -> Description:
    """By what the act that asks for it is called too."""
    act = page.regulation
    name = act.title if act and act.live else ""
    return Description(
        kind=FORMS,
        text="\n".join(filter(None, (page.summary, page.search_text()))),
        also=joined(
            (
                KIND_WORDS[FORMS],
                page.get_purpose_display(),
                name,
            )
        ),
    )


@registry.gives_services
def services() -> Iterable[Service]:
    if index := FormIndexPage.objects.live().public().first():
        yield Service(
            index.title,
            index.get_url() or "",
            _("Forms to download, each with the act that asks for it."),
            "biểu mẫu mẫu đơn tờ khai phiếu tải mẫu đơn về máy ở đâu",
        )
    if page := OpenDataPage.objects.live().public().first():
        yield Service(
            page.title,
            page.get_url() or "",
            _("Acts and initiatives as files and addresses for programs."),
            "dữ liệu mở tải dữ liệu csv json api openapi",
        )
