"""Invented acts in any number, the same for the same seed: to measure and to try.

All of them are labelled, come from invented bodies, and say nothing of the law.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from portal.vietnamese.dates import short_date

ISSUERS = {
    "MHA": "Cơ quan minh họa A",
    "MHB": "Cơ quan minh họa B",
    "MHC": "Cơ quan minh họa C",
    "MHD": "Cơ quan minh họa D",
}
TYPES = {"QĐ": "Quyết định", "NQ": "Nghị quyết", "TT": "Thông tư"}
FIRST_YEAR, YEARS = 2008, 17
LONG_EVERY, LONG_ARTICLES = 100, 150

_SUBJECTS = (
    "sắp xếp kho tư liệu",
    "chăm sóc vườn mẫu",
    "mượn và trả dụng cụ",
    "ghi sổ trực",
    "dùng phòng thực hành",
    "bảo dưỡng máy bơm",
    "trao đổi kinh nghiệm giữa các nhóm",
    "lưu mẫu thử",
    "chia ca làm việc",
    "góp ý quy trình",
)
_HEADINGS = (
    "Phạm vi",
    "Người thực hiện",
    "Các bước chuẩn bị",
    "Thời hạn",
    "Hồ sơ kèm theo",
    "Mức hỗ trợ",
    "Cách theo dõi",
    "Báo cáo",
    "Lưu giữ kết quả",
    "Tổ chức thực hiện",
)
_DOERS = ("Nhóm trưởng", "Người trực", "Đơn vị đề nghị", "Tổ thư ký", "Người phụ trách")
_DEEDS = (
    "lập danh sách và gửi trong {n} ngày",
    "kiểm tra ít nhất {n} lần mỗi quý",
    "ghi lại kết quả theo mẫu số {n}",
    "bố trí {n} người cùng tham gia",
    "trả lời đề nghị sau {n} ngày làm việc",
    "giữ bản gốc trong {n} năm",
    "đề xuất mức hỗ trợ không quá {n} triệu đồng",
)
_ENDS = (
    "và thông báo cho các bên liên quan",
    "trước khi chuyển sang bước sau",
    "theo thứ tự đã ghi trong sổ",
    "nếu không có ý kiến khác",
    "kèm giải thích ngắn gọn",
)


@dataclass(frozen=True, slots=True)
class SampleEffect:
    """What a sample act does to the act at `target` in the order of generation."""

    target: int
    kind: str
    on: date
    provision: str = ""
    until: date | None = None
    clause: str = ""
    new_text: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """The facts of one invented act, its text, and its effects on earlier ones."""

    symbol: str
    title: str
    type: str
    issuer: str
    signed_on: date
    effective_from: date
    expires_on: date | None
    field: int
    articles: int
    text: str
    effects: list[SampleEffect] = field(default_factory=list)


def samples(count: int, seed: int = 1) -> Iterator[Sample]:
    """`count` acts in order of signing; the same acts for the same arguments.

    One in a hundred has 150 articles, the others about fifteen provisions: twenty on
    the average. A third change, repeal or suspend something earlier.
    """
    random = Random(seed)  # noqa: S311  repeatable, guards nothing
    numbers: dict[tuple[int, str, str], int] = {}
    made: list[Sample] = []
    for index in range(count):
        sample = _sample(random, index, count, numbers, made)
        made.append(sample)
        yield sample


def _sample(random: Random, index: int, count: int, numbers: dict, made: list):
    first = date(FIRST_YEAR, 1, 1)
    signed = first + timedelta(days=YEARS * 365 * index // count)
    kind, issuer = random.choice([*TYPES]), random.choice([*ISSUERS])
    key = (signed.year, kind, issuer)
    number = numbers[key] = numbers.get(key, 0) + 1
    is_long = index % LONG_EVERY == LONG_EVERY // 2
    articles = LONG_ARTICLES if is_long else random.randint(3, 5)
    start = signed + timedelta(days=random.choice((10, 15, 45)))
    ends = start + timedelta(days=1500) if random.random() < 0.05 else None
    subject = random.choice(_SUBJECTS)
    effects = list(_effects(random, index, start, made))
    return Sample(
        symbol=f"{number:02}/{signed.year}/{kind}-{issuer}",
        title=f"Văn bản minh họa số {index + 1} về việc {subject}",
        type=kind,
        issuer=issuer,
        signed_on=signed,
        effective_from=start,
        expires_on=ends,
        field=random.randrange(8),
        articles=articles,
        text=_text(random, subject, articles, [made[e.target] for e in effects]),
        effects=effects,
    )


def _effects(random: Random, index: int, on: date, made: list[Sample]):
    """A long act is changed by many, so that its days have something to differ in."""
    if index < 3 or random.random() > 0.34:
        return
    longs = range(LONG_EVERY // 2, index, LONG_EVERY)
    if longs and random.random() < 0.3:
        target = random.choice(longs[-3:])
    else:
        target = random.randrange(max(0, index - 400), index)
    draw = random.random()
    article = random.randint(1, made[target].articles)
    if draw < 0.12:
        kind = random.choice(("replaces", "repeals"))
        if made[target].articles < LONG_ARTICLES:
            yield SampleEffect(target, kind, on, clause="Điều 1")
    elif draw < 0.2:
        until = on + timedelta(days=random.randint(90, 900))
        yield SampleEffect(target, "suspends", on, f"dieu-{article}", until, "Điều 2")
    elif draw < 0.3:
        yield SampleEffect(target, "repeals", on, f"dieu-{article}", clause="Điều 2")
    else:
        wording = _article(random, article)
        yield SampleEffect(
            target, "amends", on, f"dieu-{article}", None, "Điều 1", wording
        )
    yield SampleEffect(random.randrange(index), "based_on", on)


def _text(random: Random, subject: str, articles: int, cited: list[Sample]) -> str:
    lines = ["CƠ QUAN MINH HỌA\n", f"Văn bản minh họa về việc {subject}\n"]
    lines += [
        f"Căn cứ {TYPES[act.type]} số {act.symbol} ngày "
        f"{short_date(act.signed_on)} của {ISSUERS[act.issuer]};\n"
        for act in _distinct(cited)
    ]
    for number in range(1, articles + 1):
        if articles >= LONG_ARTICLES and number % 15 == 1:
            roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
            lines.append(f"Chương {roman[number // 15]}\n{subject.upper()}\n")
        lines.append(_article(random, number))
    lines.append("Nơi nhận:\n- Các đơn vị minh họa;\n- Lưu: VT.\n")
    return "".join(lines)


def _distinct(acts: list[Sample]) -> Iterator[Sample]:
    seen: set[str] = set()
    for act in acts:
        if act.symbol not in seen:
            seen.add(act.symbol)
            yield act


def _article(random: Random, number: int) -> str:
    lines = [f"Điều {number}. {random.choice(_HEADINGS)}\n"]
    lines += [
        f"{clause}. {_sentence(random)}\n" for clause in range(1, random.randint(3, 4))
    ]
    return "".join(lines)


def _sentence(random: Random) -> str:
    deed = random.choice(_DEEDS).format(n=random.randint(2, 30))
    return f"{random.choice(_DOERS)} {deed} {random.choice(_ENDS)}."
