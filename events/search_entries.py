"""What the conferences tell search."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.conferences.search import EVENTS
from events.conferences.status import status_of
from events.models import ConferenceSeriesPage, EventIndexPage, EventPage
from events.models.terms import Phase
from portal.search import registry
from portal.search.descriptions import (
    Action,
    Description,
    Service,
    States,
    phrases_of_services,
)
from portal.search.page_words import (
    KIND_WORDS,
    hub,
    joined,
    month_words,
    place_words,
)
from portal.vietnamese.dates import local, spoken_day, weekday

registry.add_kind(EVENTS, _("Conferences"), 20)


@registry.describes(EventPage, ConferenceSeriesPage)
def describe_event(page) -> Description:
    place = getattr(page, "locality", None)
    agenda = [item.title for item in page.get_agenda()]
    speakers = [row.person.full_name for row in page.get_speakers()]
    papers = [str(row) for row in page.get_materials()]
    arrival = [getattr(page, name, "") for name in ("address", "directions")]
    return Description(
        kind=EVENTS,
        text="\n".join(
            filter(None, (page.summary, page.search_text(), *arrival, *agenda, *papers))
        ),
        also=joined(
            (
                KIND_WORDS[EVENTS],
                month_words(page.starts_on),
                place_words(place),
                getattr(page, "venue", ""),
                *speakers,
                *(_times(page) if isinstance(page, EventPage) else ()),
            )
        ),
        facets={
            "noi": [place.pk] if place else [],
            "gom": [1] if isinstance(page, ConferenceSeriesPage) else [],
        },
    )


def _times(page: EventPage) -> Iterator[str]:
    """Its day, its hours and the last day to register, as readers ask for them."""
    day = page.starts_on
    if day:
        yield f"{weekday(day)} {spoken_day(day)}"
    if page.start_time:
        yield f"mấy giờ bắt đầu lúc từ {_hour(page.start_time)}"
    if page.end_time:
        yield f"đến mấy giờ kết thúc lúc {_hour(page.end_time)}"
    if page.registration_on and page.closes_at:
        closes = local(page.closes_at)
        yield f"hạn chót đăng ký đến {_hour(closes)} {spoken_day(closes)}"


def _hour(at: time | datetime) -> str:
    """7 giờ 30, and 7h30."""
    minute = f"{at.minute:02}" if at.minute else ""
    return f"{at.hour} giờ {minute} {at.hour}h{minute}"


def _states_on(pages: Iterable[int], on: date) -> Mapping[int, Iterable[str]]:
    """By the morning of that day; today's seats as they are now."""
    now = timezone.now()
    if on != timezone.localdate(now):
        now = timezone.make_aware(datetime.combine(on, time.min))
    events = EventPage.objects.filter(pk__in=list(pages)).for_listing().with_days()
    return {event.pk: _states(event, now) for event in events}


def _states(event: EventPage, now: datetime) -> set[str]:
    stands = status_of(event, now)
    found = {"past" if stands.phase is Phase.PAST else "coming"}
    if stands.takes_registrations:
        found.add("open")
        if stands.left is None or stands.left > 0:
            found.add("free")
    if stands.phase in (Phase.FULL, Phase.WAITING_LIST):
        found.add("full")
    return found


registry.add_states(
    States(
        EVENTS,
        {
            "coming": ("sap toi", "sap dien ra", "sap to chuc", "sap mo"),
            "open": (
                "dang mo",
                "mo dang ki",
                "dang mo dang ki",
                "con dang ki",
                "con nhan dang ki",
                "dang nhan dang ki",
            ),
            "free": ("con cho", "con cho trong", "con may cho", "chua kin cho"),
            "full": ("het cho", "kin cho", "day cho"),
            "past": ("da qua", "da dien ra", "da to chuc"),
        },
        _states_on,
        better=("open", "free"),
    )
)


@registry.describes(EventIndexPage)
def describe_list(page: EventIndexPage) -> Description:
    """Where all of them are, coming and past."""
    return hub(
        page,
        EVENTS,
        "lịch hội nghị tập huấn sắp tới các lớp học bao giờ mở ở đâu đăng ký",
    )


_ASKED = phrases_of_services("events")

registry.add_services(
    Service(
        _("Register for a class"),
        _("Conferences that take registrations, with what is left of their seats."),
        "đăng ký tham dự tập huấn hội nghị lớp học ghi danh xin học",
        EventIndexPage,
        asked=_ASKED["register"],
        beside=("ticket_lookup/", "EventIndexPage/theo-doi/", "certificate_check/"),
    ),
    Service(
        _("Hear of new classes"),
        _("One letter a day at most, when a class opens or changes."),
        "nhận tin thư email báo khi có mở lớp tập huấn hội nghị mới đổi ngày",
        EventIndexPage,
        "theo-doi/",
        asked=_ASKED["follow"],
        beside=("EventIndexPage/", "NewsIndexPage/theo-doi/"),
    ),
    Service(
        _("Find my ticket"),
        _(
            "By the telephone number you registered with; its code lost, it is sent to "
            "your e-mail again. Give the place back, or to a colleague."
        ),
        "xem lại vé đã đăng ký hội nghị mất vé tập huấn quên mã QR tìm lại lấy lại in "
        "tải vé hủy đăng ký trả chỗ nhường đổi người khác không đi được sửa tên "
        "phiếu đăng ký đổi thông tin",
        "ticket_lookup",
        asked=_ASKED["ticket"],
        beside=("EventIndexPage/", "data_request_form/", "certificate_check/"),
    ),
    Service(
        _("Ask about my personal data"),
        _("To see what is kept of you, to have it corrected or erased."),
        "xem sửa xóa gỡ bỏ rút thông tin cá nhân dữ liệu của tôi tên số điện thoại "
        "ảnh khỏi cổng yêu cầu",
        "data_request_form",
        asked=_ASKED["personal_data"],
        beside=("ticket_lookup/", "question_lookup/"),
    ),
    Service(
        _("Check a certificate"),
        _("By its number: whether the office gave it, and for which conference."),
        "kiểm tra tra cứu xác minh giấy chứng nhận tham dự tập huấn theo số",
        "certificate_check",
        asked=_ASKED["certificate"],
        beside=("ticket_lookup/", "ask/"),
    ),
)

registry.add_action(
    Action(
        EVENTS,
        "dang-ky/",
        _("Register: %(page)s"),
        _("The form of this class."),
        ("dang ki", "ghi danh", "con cho", "con may cho", "danh sach", "tham du"),
        lambda pages, on: (
            page for page, codes in _states_on(pages, on).items() if "open" in codes
        ),
    )
)
