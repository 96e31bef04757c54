"""An invented library of any size: the same documents for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from portal.bench.relevance import words
from portal.search.descriptions import Description, Part

SEED = 20_261_127
TYPES = (("QĐ", "Quyết định"), ("NQ", "Nghị quyết"), ("KH", "Kế hoạch"))
ISSUERS = (
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("SKHCN", "Sở Khoa học và Công nghệ"),
)
KINDS = ("van-ban", "van-ban", "van-ban", "tin-tuc", "tin-tuc", "sang-kien", "su-kien")
FIRST, DAYS = date(1995, 1, 2), 11_200
_FIRST_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a document, for grading, and how it describes itself."""

    page: int
    kind: str
    day: date
    action: str
    topic: str
    object: str
    place: str
    fact: str
    tool: str
    type: str = ""
    issuer: str = ""
    number: int = 0
    mentions: tuple[str, str, str] | None = None
    cites: str = ""

    @property
    def title(self) -> str:
        return f"{self.action} {self.topic} {self.object} {self.place}"

    @property
    def symbol(self) -> str:
        if not self.number:
            return ""
        return f"{self.number:02}/{self.day.year}/{self.type}-{self.issuer}"


def documents(count: int, seed: int = SEED) -> Iterator[Document]:
    """Documents of all kinds; acts have numbers of their own, in order of the day."""
    chance = Random(seed)  # noqa: S311  invented, not secret
    numbers: dict[tuple, int] = {}
    earlier: list[Document] = []
    topics = (*words.TOPICS, *(twin for pair in words.TWINS for twin in pair))
    for place in range(count):
        kind = chance.choice(KINDS)
        day = FIRST + timedelta(days=place * DAYS // count)
        known = chance.choice(earlier) if earlier else None
        type_, issuer, number = "", "", 0
        if kind == "van-ban":
            type_, issuer = chance.choice(TYPES)[0], chance.choice(ISSUERS)[0]
            series = (day.year, type_, issuer)
            number = numbers[series] = numbers.get(series, 0) + 1
        document = Document(
            page=_FIRST_PAGE + place,
            kind=kind,
            day=day,
            action=chance.choice(words.ACTIONS),
            topic=chance.choice(topics),
            object=chance.choice(words.OBJECTS),
            place=chance.choice(words.PLACES),
            fact=chance.choice(words.FACTS).format(n=chance.randrange(3, 400)),
            tool=chance.choice(words.TOOLS),
            type=type_,
            issuer=issuer,
            number=number,
            mentions=(known.topic, known.object, known.place) if known else None,
            cites=known.symbol if known else "",
        )
        yield document
        # Any earlier one may be cited; a few thousand are choice enough.
        if len(earlier) < 4_000:
            earlier.append(document)
        else:
            earlier[chance.randrange(4_000)] = document


def _length(chance: Random, usual: int) -> int:
    """Few texts are long, most are short."""
    return 4 + int(chance.expovariate(1 / (usual - 4)))


def described(document: Document) -> Description:
    """As a room would describe such a page; acts have articles of their own."""
    chance = Random(document.page)  # noqa: S311
    sentences = [
        f"{document.action} {document.topic} được thực hiện {document.object}.",
        f"Áp dụng {document.fact}, dùng {document.tool}.",
        *(words.sentence(chance) for _ in range(_length(chance, 40))),
    ]
    if document.mentions:
        sentences.append(f"Tham khảo {' '.join(document.mentions)}.")
    if document.cites:
        sentences.append(f"Căn cứ văn bản số {document.cites}.")
    parts = []
    if document.kind == "van-ban":
        parts = [
            Part(
                f"Điều {number}. {title}",
                f"#dieu-{number}",
                " ".join(
                    [
                        *group,
                        *(words.sentence(chance) for _ in range(_length(chance, 20))),
                    ]
                ),
            )
            for number, (title, group) in enumerate(
                (
                    ("Phạm vi điều chỉnh", sentences[:1]),
                    ("Cách làm", sentences[1:2]),
                    ("Điều khoản thi hành", sentences[-2:]),
                ),
                1,
            )
        ]
        sentences = sentences[2:6]
    names = dict(TYPES) | dict(ISSUERS)
    also = f"{names[document.type]} {names[document.issuer]}" if document.number else ""
    return Description(
        kind=document.kind,
        text=" ".join(sentences),
        symbol=document.symbol,
        also=also,
        facets={"noi": [words.PLACES.index(document.place)]},
        parts=parts,
    )
