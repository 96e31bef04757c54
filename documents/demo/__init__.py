"""The library's demonstration: the acts known by name, four sample initiatives."""

from datetime import date

from documents.models import (
    DocumentType,
    Field,
    InitiativeIndexPage,
    InitiativePage,
    Issuer,
    RegulationIndexPage,
    RegulationPage,
    RegulationRelation,
)
from portal.demo import content
from portal.demo.markup import Text


def load(*, today: date) -> None:
    """Add the acts and the initiatives; nothing here depends on the day."""
    acts = content.texts(__name__, "regulations")
    for text in acts:
        _act(text)
    for text in acts:
        if "relation" in text.head:
            _relation(text)
    for text in content.texts(__name__, "initiatives"):
        _initiative(text)


def _act(text: Text) -> None:
    head = text.head
    content.publish(
        RegulationIndexPage.objects.get(),
        RegulationPage(
            title=head["title"],
            slug=head["slug"],
            summary=head["summary"],
            symbol=head["symbol"],
            type=DocumentType.objects.get(abbreviation=head["type"]),
            issuer=Issuer.objects.get(abbreviation=head["issuer"]),
            signed_on=date.fromisoformat(head["signed"]),
            body=content.body(text),
        ),
    )


def _relation(text: Text) -> None:
    kind, _, slug = text.head["relation"].partition(" ")
    act = RegulationPage.objects.get(slug=text.head["slug"])
    act.relations_out.add(
        RegulationRelation(kind=kind, target=RegulationPage.objects.get(slug=slug))
    )
    act.save_revision().publish()


def _initiative(text: Text) -> None:
    head = text.head
    content.publish(
        InitiativeIndexPage.objects.get(),
        InitiativePage(
            title=head["title"],
            slug=head["slug"],
            summary=head["summary"],
            is_sample=True,
            cover=content.picture(head["cover"]),
            code=head["code"],
            field=Field.objects.get(slug=head["field"]),
            problem=head["problem"],
            solution=head["solution"],
            body=content.body(text),
        ),
    )
