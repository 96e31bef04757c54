"""The news of a conference drafted from its facts, by rules and without a model.

What is written is what is known: a fact that nobody has entered leaves its sentence
out. Praise and judgement are for whoever edits the draft.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from events.reports.facts import Act, Gathering, Numbers, Picture, PlaceFact
from events.reports.prose import (
    cited,
    days,
    group_in_prose,
    introduced,
    joined,
    lowered,
    place_of,
    sentence,
    two_digits,
)

LONGEST_TITLE = 255
LONGEST_SUMMARY = 400


@dataclass(frozen=True, slots=True)
class Heading:
    text: str

    @property
    def is_heading(self) -> bool:
        """For templates, which know no classes."""
        return True


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, one point each."""

    points: tuple[str, ...]


Block = Heading | Paragraph | Items | Picture


@dataclass(frozen=True, slots=True)
class Article:
    """A whole draft; every text of it is plain."""

    title: str
    summary: str
    key_points: tuple[str, ...]
    blocks: tuple[Block, ...]
    cover: Picture | None = None

    @property
    def text(self) -> str:
        """All its words, a line each, for whoever reads or checks them."""
        lines = [self.title, self.summary, *self.key_points]
        for block in self.blocks:
            if isinstance(block, Items):
                lines += block.points
            elif isinstance(block, Picture):
                lines.append(block.caption)
            else:
                lines.append(block.text)
        return "\n".join(filter(None, lines))


def draft(facts: Gathering) -> Article:
    """The article of a conference or series, from what is known of it."""
    return Article(
        title=_cut(f"Kết quả {lowered(facts.title)}", LONGEST_TITLE),
        summary=_cut(_summary(facts), LONGEST_SUMMARY),
        key_points=tuple(_key_points(facts)),
        blocks=tuple(_blocks(facts)),
        cover=facts.cover,
    )


def _blocks(facts: Gathering) -> Iterator[Block]:
    yield Paragraph(_opening(facts))
    if turnout := _turnout(facts):
        yield Paragraph(turnout)
    yield from _places(facts)
    if facts.purposes:
        yield Heading("Mục đích")
        yield Paragraph(
            f"{_this(facts)} được mở ra nhằm những việc sau:"
            if len(facts.purposes) > 1
            else sentence(f"{_this(facts)} nhằm {lowered(facts.purposes[0])}")
        )
        if len(facts.purposes) > 1:
            yield Items(tuple(sentence(aim) for aim in facts.purposes))
    if facts.speakers:
        yield Heading("Báo cáo viên")
        yield Paragraph(_speakers(facts))
    yield from _content(facts)
    yield from _survey(facts)
    yield from facts.pictures
    if facts.is_sample:
        yield Paragraph("Số liệu và tên người trong bài là minh họa.")


def _opening(facts: Gathering) -> str:
    when = days(facts.first, facts.last) or lowered(facts.dates_in_words)
    where = joined(_localities(facts))
    with_others = [name for name in facts.organisers if name != facts.unit]
    helped = f", cùng {joined(with_others)}," if with_others else ""
    parts = [
        f"{facts.unit}{helped} đã tổ chức xong {_named(facts)}",
        f"gồm {two_digits(len(facts.places))} lớp" if facts.is_series else "",
        f"thời gian {when}" if when else "",
        f"tại {where}" if where else "",
    ]
    return sentence(", ".join(filter(None, parts)))


def _turnout(facts: Gathering) -> str:
    numbers = facts.counted
    if numbers is None:
        if facts.attendance:
            whom = ", thuộc các nhóm " + joined(
                [lowered(label) for label in facts.audiences], last=", "
            )
            said = f"Người dự: {lowered(facts.attendance)}"
            groups_said = all(
                label.casefold() in facts.attendance.casefold()
                for label in facts.audiences
            )
            return sentence(said if groups_said else said + whom)
        return ""
    come = f"Theo kết quả điểm danh, có {two_digits(numbers.present)} người dự"
    if numbers.by_agency:
        came = [line for line in numbers.by_agency if line.present]
        come += f", đến từ {two_digits(len(came))} cơ quan, đơn vị"
    said = [sentence(come)]
    if groups := _groups(numbers):
        said.append(sentence(f"trong đó có {groups}"))
    return " ".join(said)


def _groups(numbers: Numbers) -> str:
    """92 công chức, 98 viên chức: the largest first, those nobody came of left out."""
    found = sorted(numbers.groups, key=lambda line: -line.present)
    return joined(
        [
            f"{two_digits(line.present)} {group_in_prose(line.label)}"
            for line in found
            if line.present
        ]
    )


def _places(facts: Gathering) -> Iterator[Block]:
    """Each class on a line, where more is known of it than its name."""
    lines = [line for place in facts.places if (line := _place_line(place))]
    if facts.is_series and lines:
        yield Items(tuple(lines))


def _place_line(place: PlaceFact) -> str:
    known = [
        days(place.first, place.last),
        place_of(place) if place.venue else "",
        f"{two_digits(place.numbers.present)} người dự" if place.numbers else "",
    ]
    if not any(known):
        return ""
    return sentence(f"{place.title}: {', '.join(filter(None, known))}")


def _speakers(facts: Gathering) -> str:
    lines = joined([introduced(one) for one in facts.speakers], last=" và ")
    many = (
        f"{two_digits(len(facts.speakers))} báo cáo viên"
        if len(facts.speakers) > 1
        else "Báo cáo viên"
    )
    return sentence(f"{many} trình bày: {lines}")


def _content(facts: Gathering) -> Iterator[Block]:
    if not (facts.acts or facts.topics or facts.initiatives):
        return
    yield Heading("Nội dung")
    if facts.topics:
        topics = "; ".join(lowered(topic) for topic in facts.topics)
        yield Paragraph(sentence(f"Chương trình gồm: {topics}"))
    if facts.acts:
        count = (
            f"{two_digits(len(facts.acts))} văn bản"
            if len(facts.acts) > 1
            else "một văn bản"
        )
        yield Paragraph(f"Phần quy định giới thiệu {count}:")
        yield Items(tuple(map(_act_point, facts.acts)))
        yield Paragraph(_reached(facts))
    if facts.initiatives:
        named = "; ".join(f"“{title}”" for title in facts.initiatives)
        yield Paragraph(sentence(f"Sáng kiến được giới thiệu: {named}"))


def _reached(facts: Gathering) -> str:
    """That people met these acts, and with them what one of them changes in another."""
    shown = {act.symbol for act in facts.acts}
    newer = [act for act in facts.acts if shown.intersection(act.amends)]
    said = "Qua đó, người dự được tiếp cận các quy định nói trên"
    if not newer:
        return sentence(said)
    named = joined([f"{act.kind} số {act.symbol}" for act in newer])
    return sentence(f"{said}, được cập nhật cả nội dung mới theo {named}")


def _act_point(act: Act) -> str:
    about = act.about.strip().rstrip(".")
    return sentence(f"{cited(act)}: {lowered(about)}" if about else cited(act))


def _survey(facts: Gathering) -> Iterator[Block]:
    found = facts.survey
    if found and found.answers:
        yield Heading("Ý kiến người dự")
        yield Paragraph(
            f"{two_digits(found.answers)} người trả lời phiếu hỏi; "
            f"{two_digits(found.found_useful)} người cho biết nội dung dùng được ngay "
            "hoặc phần lớn vào công việc."
        )


def _summary(facts: Gathering) -> str:
    when = days(facts.first, facts.last) or lowered(facts.dates_in_words)
    where = joined(_localities(facts))
    numbers = facts.counted
    if numbers is not None:
        came = f"có {two_digits(numbers.present)} người dự"
    else:
        came = lowered(facts.attendance)
    held = f"{two_digits(len(facts.places))} lớp" if facts.is_series else "Hội nghị"
    parts = [f"{held} tại {where}" if where else held, when, came]
    return sentence(", ".join(filter(None, parts)))


def _key_points(facts: Gathering) -> Iterator[str]:
    numbers = facts.counted
    if numbers is not None:
        yield f"{two_digits(numbers.present)} người dự"
    elif facts.attendance:
        yield sentence(facts.attendance).rstrip(".")
    if facts.acts:
        yield f"{two_digits(len(facts.acts))} văn bản được giới thiệu"
    if facts.speakers:
        yield f"{two_digits(len(facts.speakers))} báo cáo viên"


def _localities(facts: Gathering) -> list[str]:
    found = dict.fromkeys(place.locality for place in facts.places if place.locality)
    return [lowered(name) for name in found]


def _named(facts: Gathering) -> str:
    return f"“{facts.title}”"


def _this(facts: Gathering) -> str:
    return "Các lớp" if facts.is_series else "Hội nghị"


def _cut(text: str, most: int) -> str:
    """Whole words of it, as many as fit."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
