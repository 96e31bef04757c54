"""A dozen invented initiatives with kits, authors, units that apply them, and needs."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.core.files.base import ContentFile
from django.utils import timezone

from documents.initiatives.authors import AuthorFacts, replace_authors
from documents.models import (
    Field,
    InitiativeBasis,
    InitiativeBenefit,
    InitiativeIndexPage,
    InitiativePage,
    InitiativeRecognition,
    InitiativeStep,
    KitFile,
    Need,
    RegulationPage,
    Replication,
    ScopeAssessment,
)
from documents.models.initiative_enums import Lifecycle, NeedState, Review
from portal.demo import content
from portal.demo.markup import Text
from portal.models import Locality, LocalityKind, Organisation, PortalDocument
from portal.tabular.exports import write_xlsx

# A unit that got another name: a search by either finds what both hold.
RENAMED = {
    "Trạm Y tế xã Đồi Thông cũ (minh họa)": "Trạm Y tế khu vực Đồi Thông (minh họa)"
}
_RENAMED_ON = date(2025, 6, 30)
_UNTIL_REVIEW = timedelta(days=365)


def load(package: str, *, today: date) -> None:
    """The first text is published last, so that it heads the listing."""
    for text in reversed(content.texts(package, "initiatives")):
        page = content.publish(InitiativeIndexPage.objects.get(), _page(text, today))
        replace_authors(page.pk, map(_author, map(cells, text.lines("authors"))))
        for line in text.lines("adopters"):
            _replication(page, cells(line))
    now = timezone.now()
    for text in reversed(content.texts(package, "needs")):
        _need(text, now)


def cells(line: str) -> list[str]:
    """The cells of a line, with empty ones enough to unpack."""
    return [cell.strip() for cell in line.split("|")] + [""] * 8


def _page(text: Text, today: date) -> InitiativePage:
    head = text.head
    unit = _unit(head["unit"])
    words = ("before", "novelty", "conditions", "applicability", "limits", "cost_note")
    page = InitiativePage(
        title=head["title"],
        slug=head["slug"],
        summary=head["summary"],
        is_sample=True,
        cover=content.picture(head["cover"]) if "cover" in head else None,
        code=head["code"],
        field=Field.objects.get(slug=head["field"]),
        kinds=head["kinds"].split(),
        unit=unit,
        locality=_place(head["place"]),
        first_applied_on=date.fromisoformat(head["first"]),
        problem=head["problem"],
        solution=head["solution"],
        cost=int(head["cost"]),
        effort=head["effort"],
        lifecycle=head.get("lifecycle", Lifecycle.IN_USE),
        review_on=today + _UNTIL_REVIEW,
        body=content.body(text),
        **{name: head.get(name, "") for name in words},
    )
    page.steps = [
        InitiativeStep(title=title, text=how)
        for title, how, *_rest in map(cells, text.lines("steps"))
    ]
    page.benefits = [_benefit(row, unit) for row in map(cells, text.lines("benefits"))]
    page.kit = [_file(row) for row in map(cells, text.lines("kit"))]
    page.legal_basis = [_basis(row) for row in map(cells, text.lines("basis"))]
    for day, symbol, *_rest in map(cells, text.lines("recognised")):
        on = date.fromisoformat(day)
        row = InitiativeRecognition(by=unit.name, on=on, decision_symbol=symbol)
        page.recognitions.add(row)
    for reach, day, symbol, *_rest in map(cells, text.lines("assessed")):
        council = "Hội đồng sáng kiến tỉnh (minh họa)"
        row = ScopeAssessment(
            reach=reach,
            by=council,
            on=date.fromisoformat(day),
            decision_symbol=symbol,
        )
        page.assessments.add(row)
    return page


def _benefit(row: list[str], unit: Organisation) -> InitiativeBenefit:
    kind, what, before, after, measure, period, method, amount = row[:8]
    return InitiativeBenefit(
        kind=kind,
        what=what,
        baseline=Decimal(before) if before else None,
        result=Decimal(after) if after else None,
        unit=measure,
        period=period,
        method=method,
        amount=int(amount) if amount else None,
        stated_by=unit.name,
        is_verified=bool(before),
    )


def _file(row: list[str]) -> KitFile:
    """A workbook of the headings and rows of the line, to open and print."""
    kind, title, headings, rows = row[:4]
    sheet = write_xlsx(
        [cell.strip() for cell in headings.split(";")],
        [[cell.strip() for cell in line.split(";")] for line in rows.split(" / ")],
        title="Bộ tài liệu",
    )
    file = ContentFile(sheet, name=f"{title}.xlsx")
    document = PortalDocument.objects.create(title=title, file=file)
    return KitFile(document=document, kind=kind)


def _basis(row: list[str]) -> InitiativeBasis:
    symbol, provision, note = row[:3]
    regulation = RegulationPage.objects.get(symbol=symbol, is_sample=True)
    return InitiativeBasis(regulation=regulation, provision=provision, note=note)


def _author(row: list[str]) -> AuthorFacts:
    name, share, consent = row[:3]
    return AuthorFacts(name=name, share=Decimal(share), consent=consent == "yes")


def _replication(page: InitiativePage, row: list[str]) -> None:
    unit, place, status, since, result, lesson = row[:6]
    Replication.objects.create(
        initiative=page,
        unit=unit,
        organisation=_unit(unit),
        locality=_place(place),
        status=status,
        started_on=since or None,
        result=result,
        lesson=lesson,
        review=Review.CONFIRMED,
        sent_at=timezone.now(),
    )


def _need(text: Text, now: datetime) -> None:
    """On the board for as long as the demonstration runs, and nobody to ask."""
    head = text.head
    Need.objects.create(
        title=head["title"],
        text=head["text"],
        field=Field.objects.get(slug=head["field"]),
        unit=head["unit"],
        locality=_place(head["place"]),
        state=NeedState.OPEN,
        is_sample=True,
        asked_as="\n".join(text.lines("asked")),
        sent_at=now,
        approved_at=now,
    )


def _unit(name: str) -> Organisation:
    unit, made = Organisation.objects.get_or_create(name=name)
    if made and (after := RENAMED.get(name)):
        unit.valid_to = _RENAMED_ON
        unit.continued_by, _made = Organisation.objects.get_or_create(name=after)
        unit.save()
    return unit


def _place(words: str) -> Locality:
    """`district Chi Lăng`; a commune not known yet is added, without its days."""
    kind, _space, name = words.partition(" ")
    province = Locality.objects.get(name="Lạng Sơn", kind=LocalityKind.PROVINCE)
    place, _made = Locality.objects.get_or_create(name=name, kind=kind, parent=province)
    return place
