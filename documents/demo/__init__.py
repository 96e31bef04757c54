"""The library's demonstration: the acts known by name, a dozen sample initiatives."""

from datetime import date
from importlib import resources

from django.core.files.base import ContentFile
from django.utils import timezone

from documents.demo import initiative_samples
from documents.enums import Confidence, IssuerLevel
from documents.law.effects import ReviewState, Scope
from documents.models import (
    DocumentType,
    Field,
    Issuer,
    JointIssuer,
    RegulationEffect,
    RegulationFile,
    RegulationIndexPage,
    RegulationPage,
)
from documents.originals.reader import AT_ONCE, read
from portal.demo import content
from portal.demo.markup import Text
from portal.models import PortalDocument

SAMPLE_ISSUERS = {"MH": "Cơ quan minh họa", "MHPH": "Cơ quan minh họa phối hợp"}


def load(*, today: date) -> None:
    """Add the acts and the initiatives; on the day depends when to review these."""
    acts = content.texts(__name__, "regulations")
    for text in acts:
        _act(text)
    for text in acts:
        if text.lines("effects"):
            _effects(text)
    initiative_samples.load(__name__, today=today)


def _act(text: Text) -> None:
    head = text.head
    is_sample = head.get("sample") == "yes"
    days = {name: _day(head.get(name)) for name in ("effective_from", "expires_on")}
    body = text.body.strip()
    signed = [_parts(line) for line in text.lines("signers")]
    lead, *others = signed or [("", "")]
    number, day = _parts(head.get("gazette", ""))
    act = content.publish(
        RegulationIndexPage.objects.get(),
        RegulationPage(
            title=head["title"],
            slug=head.get("slug", ""),
            summary=head["summary"],
            symbol=head["symbol"],
            type=DocumentType.objects.get(abbreviation=head["type"]),
            issuer=_issuer(head["issuer"]),
            signer=lead[0],
            signer_title=lead[1],
            joint_issuers=[
                JointIssuer(issuer=_issuer(code), signer=signer, signer_title=position)
                for code, (signer, position) in zip(
                    head.get("together", "").split(), others, strict=True
                )
            ],
            gazette_number=number,
            gazette_on=_day(day),
            signed_on=_day(head["signed"]),
            is_normative=head.get("normative") != "no",
            is_sample=is_sample,
            confidence=Confidence.VERIFIED if is_sample else Confidence.UNKNOWN,
            effective_quote=head.get("effective_quote", ""),
            expires_quote=head.get("expires_quote", ""),
            attached_label=head.get("attached", ""),
            fields=Field.objects.filter(slug__in=text.lines("fields")),
            text=f"{body}\n" if is_sample and body else "",
            body="[]" if is_sample else content.body(text),
            **days,
        ),
    )
    for line in text.lines("files"):
        role, name = (part.strip() for part in line.split("|"))
        _file(act, role, name)


def _file(act: RegulationPage, role: str, name: str) -> None:
    """A file of a sample, read like one an editor attaches; it says what it is."""
    content_of = resources.files(__name__) / "files" / name
    document = PortalDocument.objects.create(
        title=f"{act.symbol} (văn bản minh họa)",
        file=ContentFile(content_of.read_bytes(), name=name),
    )
    read(document, now=timezone.now(), limits=AT_ONCE)
    act.files.add(RegulationFile(document=document, role=role))
    act.save_revision().publish()


def _issuer(abbreviation: str) -> Issuer:
    """The issuer; those of the samples are as invented as they are."""
    if abbreviation not in SAMPLE_ISSUERS:
        return Issuer.objects.get(abbreviation=abbreviation)
    issuer, _made = Issuer.objects.get_or_create(
        abbreviation=abbreviation,
        territory=None,
        defaults={
            "name": SAMPLE_ISSUERS[abbreviation],
            "level": IssuerLevel.LOCAL,
        },
    )
    return issuer


def _parts(line: str) -> tuple[str, str]:
    """Both sides of `name | position`."""
    first, _bar, second = (part.strip() for part in line.partition("|"))
    return first, second


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _effects(text: Text) -> None:
    """Lines of `kind | symbol | provision | day | clause | words | new wording`.

    An asterisk for the provision is the whole act; `/` ends a line of new wording.
    """
    act = RegulationPage.objects.get(symbol=text.head["symbol"])
    for line in text.lines("effects"):
        kind, symbol, provision, *rest = (part.strip() for part in line.split("|"))
        day, clause, quote, wording = [*rest, "", "", "", ""][:4]
        day, _mark, until = day.partition("..")
        act.effects.add(
            RegulationEffect(
                kind=kind,
                target=RegulationPage.objects.get(symbol=symbol),
                scope=(Scope.WHOLE if provision == "*" else Scope.PART).value,
                provision=provision.strip("*"),
                effective_on=_day(day),
                until=_day(until),
                clause=clause,
                quote=quote,
                new_text=wording.replace(" / ", "\n"),
                review=ReviewState.CONFIRMED.value,
            )
        )
    act.save_revision().publish()
