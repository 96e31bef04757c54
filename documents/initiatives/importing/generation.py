"""Invented initiatives in any number, the same for the same seed: to measure and try.

They are written as published, without revisions; the search is built anew at the end,
since the listing asks it.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from documents.law.search_words import searchable
from documents.models import (
    Field,
    InitiativeBenefit,
    InitiativeIndexPage,
    InitiativePage,
    Replication,
)
from documents.models.initiative_enums import (
    Effort,
    Kind,
    ReachLevel,
    ReplicationStatus,
    Review,
)
from portal.models import Locality, LocalityKind, Organisation
from portal.page_tree.insertion import free_paths, insert_pages
from portal.search.rebuild import rebuild

CODE = "SK-SINH-"
BATCH = 500
UNITS, PLACES = 400, 65
_FIRST, _DAYS = date(2015, 1, 5), 3900
_WHO = ("học sinh vùng xa", "người bệnh", "người dân", "tổ sản xuất", "giáo viên mới")
_WHAT = (
    "bỏ bài khó giữa chừng",
    "chờ lâu mà không biết đến lượt nào",
    "để thuốc hết hạn lẫn với thuốc mới",
    "phải làm lại tờ khai nhiều lần",
    "mất nhiều công nhặt lại quả rơi",
    "quên lịch hẹn vào mùa vụ",
    "không tìm thấy tài liệu cũ",
)
_HOW = ("Phiếu tự kiểm", "Bảng màu", "Sổ một trang", "Khay phân loại", "Lịch treo")
_WHERE = ("ở điểm lẻ", "trong tủ thuốc", "ở quầy", "ngoài vườn", "trong kho", "ở lớp")
_DETAIL = (
    "Mỗi buổi ghi ba dòng và xem lại cuối tuần.",
    "Dán nhãn khi nhập, hộp gần hạn đứng ngoài.",
    "Ai nhận việc thì ký, ai xong thì gạch.",
    "Chia thành bước nhỏ, mỗi bước một ô.",
)


def are_there() -> bool:
    return InitiativePage.objects.filter(code__startswith=CODE).exists()


def fill(
    showcase: InitiativeIndexPage, wanted: int, *, seed: int, now: datetime
) -> int:
    """Publish `wanted` samples, all labelled, every third applied elsewhere."""
    maker = _SampleMaker(seed, now)
    source = maker.pages(wanted)
    made = 0
    while batch := list(islice(source, BATCH)):
        _store(showcase, batch)
        maker.add_rows(batch)
        made += len(batch)
    rebuild()
    return made


@transaction.atomic
def _store(showcase: InitiativeIndexPage, pages: list[InitiativePage]) -> None:
    kind = ContentType.objects.get_for_model(InitiativePage)
    paths = list(free_paths(showcase, len(pages)))
    for page, path in zip(pages, paths, strict=True):
        page.path, page.depth = path, showcase.depth + 1
        page.draft_title, page.locale_id = page.title, showcase.locale_id
        page.content_type, page.url_path = kind, f"{showcase.url_path}{page.slug}/"
    for page, row in zip(pages, insert_pages(pages), strict=True):
        page.pk = page.id = row.pk
        page.save_base(raw=True, force_insert=True)
    showcase.numchild += len(pages)
    InitiativeIndexPage.objects.filter(pk=showcase.pk).update(
        numchild=showcase.numchild
    )


class _SampleMaker:
    def __init__(self, seed: int, now: datetime) -> None:
        self._random, self._now = Random(seed), now  # noqa: S311  samples, no secrets
        self._fields = list(Field.objects.order_by("slug"))
        self._units = [
            Organisation.objects.get_or_create(name=f"Đơn vị sinh {n} (minh họa)")[0]
            for n in range(UNITS)
        ]
        province = Locality.objects.get(parent=None, kind=LocalityKind.PROVINCE)
        self._places = [
            Locality.objects.get_or_create(
                name=f"Nơi sinh {n} (minh họa)",
                kind=LocalityKind.COMMUNE,
                parent=province,
            )[0]
            for n in range(PLACES)
        ]

    def pages(self, wanted: int) -> Iterator[InitiativePage]:
        pick = self._random.choice
        for number in range(wanted):
            who, what, how, where = pick(_WHO), pick(_WHAT), pick(_HOW), pick(_WHERE)
            first = _FIRST + timedelta(days=self._random.randrange(_DAYS))
            published = self._now - timedelta(minutes=number)
            page = InitiativePage(
                title=f"{how} {where} cho {who}, mẫu {number}",
                slug=f"sinh-{number}",
                code=f"{CODE}{number}",
                summary=f"{how} giúp {who} không còn {what}.",
                problem=f"Nhiều khi {who} {what}. {pick(_DETAIL)}",
                solution=f"{how} đặt {where}. {pick(_DETAIL)} {pick(_DETAIL)}",
                limits=pick(_DETAIL),
                field=pick(self._fields),
                kinds=sorted(self._random.sample(Kind.values, k=pick((1, 1, 2)))),
                unit=pick(self._units),
                locality=pick(self._places),
                first_applied_on=first,
                year=first.year,
                level=pick(["", *ReachLevel.values]),
                cost=pick([None, 0, self._random.randrange(200) * 1_000_000]),
                effort=pick(["", *Effort.values]),
                is_sample=True,
                live=True,
                has_unpublished_changes=False,
                first_published_at=published,
                last_published_at=published,
            )
            words = (page.title, page.summary, page.code, page.problem, page.solution)
            page.folded = searchable("\n".join(words))
            yield page

    def add_rows(self, pages: list[InitiativePage]) -> None:
        InitiativeBenefit.objects.bulk_create(
            InitiativeBenefit(
                initiative=page,
                sort_order=0,
                kind="time",
                what="Thời gian cho một lượt",
                baseline=40 + page.pk % 50,
                result=10 + page.pk % 20,
                unit="phút",
            )
            for page in pages
        )
        Replication.objects.bulk_create(
            Replication(
                initiative=page,
                unit=self._random.choice(self._units).name,
                status=ReplicationStatus.APPLIED,
                review=Review.CONFIRMED,
                sent_at=self._now,
            )
            for page in pages[::3]
            for _again in range(1 + page.pk % 3)
        )
