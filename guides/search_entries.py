"""What guides and forms tell search."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from documents.search_statuses import OVER, status_codes
from guides.enums import FORMS, GUIDES
from guides.models import (
    FormIndexPage,
    FormPage,
    GuideIndexPage,
    GuidePage,
    OpenDataPage,
)
from portal.search import registry
from portal.search.descriptions import Description, States
from portal.search.page_words import KIND_WORDS, hub, joined

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


def _states_on(pages: Iterable[int], on: date) -> Mapping[int, Iterable[str]]:
    """A form is over with the act that asks for it, or once another took its place."""
    forms = FormPage.objects.filter(pk__in=list(pages)).order_by()
    rows = list(forms.values_list("pk", "regulation", "replaced_by"))
    codes = status_codes({act for _pk, act, _after in rows if act}, on)
    return {
        pk: ("over",)
        for pk, act, after in rows
        if after or (act and codes.get(act) in OVER)
    }


registry.add_states(States(FORMS, {}, _states_on, over=("over",)))


@registry.describes(GuideIndexPage)
def describe_guides(page: GuideIndexPage) -> Description:
    return hub(page, GUIDES, "các bước thủ tục quy trình làm thế nào bắt đầu từ đâu")


@registry.describes(FormIndexPage)
def describe_forms(page: FormIndexPage) -> Description:
    return hub(
        page,
        FORMS,
        "tải các mẫu đơn tờ khai phiếu mẫu hồ sơ mẫu báo cáo bản word in ra",
    )


@registry.describes(OpenDataPage)
def describe_open_data(page: OpenDataPage) -> Description:
    """By what programmers call it too."""
    return Description(
        kind="thong-tin",
        text="\n".join(filter(None, (page.summary, page.search_text()))),
        also="dữ liệu mở tải dữ liệu về máy csv json api openapi lập trình giấy phép",
    )
