"""The programme of an invented series, read from a text; the places it is held in."""

from datetime import date, time

from django.core.files.base import ContentFile

from documents.models import InitiativePage, RegulationPage
from events.demo import agencies
from events.enums import Audience
from events.models import (
    ConferenceSeriesPage,
    SeriesAgendaItem,
    SeriesInitiative,
    SeriesOrganiser,
    SeriesQuestion,
    SeriesRegulation,
    SeriesSpeaker,
)
from portal.demo import content
from portal.demo.markup import Text
from portal.models import Locality, LocalityKind, Person, PortalDocument
from portal.tabular.exports import write_xlsx

CHECKLIST = "Bảng tự kiểm bản mô tả sáng kiến (minh họa)"
CHECKS = (
    ("Nêu rõ việc đang vướng và ai bị ảnh hưởng", "Mục 3"),
    ("Có số đo trước khi thay đổi", "Mục 6"),
    ("Kể cách làm theo từng bước", "Mục 5"),
    ("Ghi người, thời gian, tiền cần để làm lại", "Mục 7"),
    ("Nêu nơi không hợp và điều đã thử mà bỏ", "Mục 8"),
)


def cells(line: str) -> list[str]:
    """The parts of a line of a text, as its strokes part them."""
    return [cell.strip() for cell in line.split("|")]


def series(text: Text, first: date, last: date) -> ConferenceSeriesPage:
    """The series of a text, from its first day to its last; not yet in the tree."""
    head = text.head
    page = ConferenceSeriesPage(
        title=head["title"],
        slug=head["slug"],
        summary=head["summary"],
        is_sample=True,
        starts_on=first,
        ends_on=last,
        audiences=[Audience.OFFICIAL, Audience.PUBLIC_EMPLOYEE, Audience.WORKER],
        purpose="\n".join(text.lines("purpose")),
        contact_name=agencies.ORGANISER,
        body=content.body(text),
    )
    page.agenda = [_agenda_item(cells(line)) for line in text.lines("agenda")]
    page.speakers = [
        SeriesSpeaker(
            person=Person.objects.get_or_create(full_name=name)[0],
            title_then=title,
            organisation_then=organisation,
        )
        for name, title, organisation in map(cells, text.lines("speakers"))
    ]
    page.presented = [
        SeriesRegulation(regulation=RegulationPage.objects.get(symbol=symbol))
        for symbol in text.lines("presented")
    ]
    page.initiatives = [
        SeriesInitiative(initiative=InitiativePage.objects.get(code=code))
        for code in text.lines("initiatives")
    ]
    page.organisers = [
        SeriesOrganiser(organisation=agencies.agency(name), part=part)
        for name, part in (
            (agencies.ORGANISER, "Chủ trì"),
            (agencies.HELPER, "Phối hợp"),
        )
    ]
    page.questions = [_question(cells(line)) for line in text.lines("questions")]
    return page


def _agenda_item(cells: list[str]) -> SeriesAgendaItem:
    hour, title, speakers, note, symbol = cells
    return SeriesAgendaItem(
        time=time.fromisoformat(hour),
        title=title,
        speaker_names=speakers,
        note=note,
        regulation=RegulationPage.objects.get(symbol=symbol) if symbol else None,
    )


def _question(cells: list[str]) -> SeriesQuestion:
    kind, label, choices, required = cells
    return SeriesQuestion(
        field_type=kind,
        label=label,
        choices="\n".join(choice.strip() for choice in choices.split(";")),
        required=required == "yes",
    )


def locality(name: str, kind: str) -> Locality:
    """A commune or ward of today; since when it exists is not stated here."""
    found, _made = Locality.objects.get_or_create(
        name=name,
        kind=kind,
        parent=Locality.objects.get(name="Lạng Sơn", kind=LocalityKind.PROVINCE),
    )
    return found


def checklist() -> PortalDocument:
    """What is handed out, put among the documents when first asked for."""
    if found := PortalDocument.objects.filter(title=CHECKLIST).first():
        return found
    rows = [(number, *check, "") for number, check in enumerate(CHECKS, 1)]
    sheet = write_xlsx(("TT", "Điều cần có", "Xem ở", "Đã có"), rows, title="Tự kiểm")
    file = ContentFile(sheet, name="bang-tu-kiem-minh-hoa.xlsx")
    return PortalDocument.objects.create(title=CHECKLIST, file=file)
