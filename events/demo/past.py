"""The conferences of January 2021, as far as they are known."""

from datetime import date
from importlib import resources

from documents.models import RegulationPage
from events.models import (
    ConferenceSeriesPage,
    EventIndexPage,
    EventPage,
    SeriesRegulation,
    SeriesSpeaker,
)
from portal.demo import content
from portal.demo.markup import Text, parse
from portal.models import Locality, LocalityKind, Person

FIRST_DAY, LAST_DAY = date(2021, 1, 25), date(2021, 1, 28)
WITHIN = "Trong đợt 25–28/01/2021"
DISTRICTS = {"Hữu Lũng": "huu-lung", "Văn Quan": "van-quan", "Chi Lăng": "chi-lang"}

# Name, position then, organisation then: what they hold today is not known here.
SPEAKERS = (
    (
        "Lưu Bá Mạc",
        "Trưởng phòng Quản lý công nghệ và quản lý chuyên ngành",
        "Sở Khoa học và Công nghệ",
    ),
    ("Nguyễn Tiến Tuấn", "Tổ trưởng tổ Toán", "Trường THPT chuyên Chu Văn An"),
    ("Hoàng Thị Hiên", "Chuyên viên", "Sở Khoa học và Công nghệ"),
)


def load() -> None:
    """Add the series and its three events; nothing here depends on the day."""
    series = _series(_read("series.txt"))
    about = _read("event.txt")
    for name, slug in DISTRICTS.items():
        _event(series, about, name, slug)


def _read(name: str) -> Text:
    source = resources.files(__package__) / name
    return parse(source.read_text(encoding="utf-8"))


def _series(text: Text) -> ConferenceSeriesPage:
    head = text.head
    series = ConferenceSeriesPage(
        title=head["title"],
        slug=head["slug"],
        summary=head["summary"],
        starts_on=FIRST_DAY,
        ends_on=LAST_DAY,
        attendance_text=head["attendance"],
        cover=content.picture("hall"),
        body=content.body(text),
    )
    series.speakers = [
        SeriesSpeaker(
            person=Person.objects.get_or_create(full_name=name)[0],
            title_then=title,
            organisation_then=organisation,
        )
        for name, title, organisation in SPEAKERS
    ]
    series.presented = [
        SeriesRegulation(regulation=RegulationPage.objects.get(slug=slug))
        for slug in text.lines("presented")
    ]
    return content.publish(EventIndexPage.objects.get(), series)


def _event(series: ConferenceSeriesPage, about: Text, name: str, slug: str) -> None:
    content.publish(
        series,
        EventPage(
            title=f"Lớp tại huyện {name}",
            slug=slug,
            summary=(
                f"Một trong ba lớp của đợt phổ biến sáng kiến 25–28/01/2021, mở tại "
                f"huyện {name}."
            ),
            date_text=WITHIN,
            body=content.body(about),
            locality=Locality.objects.get(name=name, kind=LocalityKind.DISTRICT),
        ),
    )
