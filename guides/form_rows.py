"""Every form there is as a row: kept by the office, of acts, of kits of initiatives.

A constant number of queries, however many forms.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from documents.acts.names import capitalised, provision_words
from documents.citing.cards import cards_by_key
from documents.citing.links import RegulationCard
from documents.enums import FileRole
from documents.law.effects import EffectKind, Scope
from documents.models import (
    InitiativePage,
    KitFile,
    RegulationFile,
    RegulationPage,
)
from documents.models.effects import RegulationEffect
from documents.models.initiative_enums import KitKind, Lifecycle
from guides.enums import FormState, Source
from guides.first_pages.kept import drawn_of
from guides.form_row import OVER, Beginning, Download, FormRow, Named, form_state
from guides.models import FirstPage, FormFile, FormPage
from portal.models import PortalDocument, PortalPageQuerySet


def all_rows(*, on: date, root_path: str) -> list[FormRow]:
    """The office's own by title, then those of acts, then those of kits."""
    pages = FormPage.objects.live().public().order_by("title", "pk")
    acts = _Acts(on, root_path)
    found = [
        *_of_pages(pages, acts),
        *_of_acts(acts),
        *_of_kits(),
    ]
    return acts.judged(found)


def rows_of(
    pages: PortalPageQuerySet, *, on: date, root_path: str
) -> dict[int, FormRow]:
    """These pages of forms as rows, by their keys."""
    acts = _Acts(on, root_path)
    found = acts.judged(_of_pages(pages.live().public(), acts))
    return {row.page: row for row in found if row.page is not None}


class _Acts:
    """The acts that forms rest on, judged on the day once all are known."""

    def __init__(self, on: date, root_path: str) -> None:
        self.on, self.root_path = on, root_path
        self.asked: dict[int, tuple[int, str]] = {}

    def note(self, row: FormRow, act: int | None, provision: str = "") -> FormRow:
        if act is not None:
            self.asked[id(row)] = (act, provision)
        return row

    def judged(self, rows: Sequence[FormRow]) -> list[FormRow]:
        """Each row with its act, its state, and what replaced the act."""
        cards = self._cards(act for act, _provision in self.asked.values())
        over = {key for key, card in cards.items() if card.css == OVER}
        after = self._replacing(over)
        return [self._judged(row, cards, after) for row in rows]

    def _judged(
        self,
        row: FormRow,
        cards: dict[int, RegulationCard],
        after: dict[int, RegulationCard],
    ) -> FormRow:
        act, provision = self.asked.get(id(row), (None, ""))
        card = cards.get(act) if act is not None else None
        if card is None:
            return row
        state = form_state(has_successor=row.is_old, act_css=card.css)
        return replace(
            row,
            card=card,
            provision=capitalised(provision_words(provision)),
            basis_url=f"{card.url}#{provision}" if provision else card.url,
            state=state,
            successor_act=after.get(card.pk) if state is FormState.OLD else None,
            is_sample=row.is_sample or card.is_sample,
        )

    def _cards(self, keys: Iterable[int]) -> dict[int, RegulationCard]:
        return cards_by_key(keys, on=self.on, root_path=self.root_path)

    def _replacing(self, acts: set[int]) -> dict[int, RegulationCard]:
        """For each act that is over, the one that replaced it whole."""
        if not acts:
            return {}
        # Of another room's manager the checker sees no methods.
        effects = RegulationEffect.objects.in_force_for(acts)  # type: ignore[attr-defined]
        rows = effects.filter(
            kind=EffectKind.REPLACES, scope=Scope.WHOLE, effective_on__lte=self.on
        )
        sources = dict(rows.values_list("target_id", "source_id"))
        cards = self._cards(sources.values())
        return {act: cards[by] for act, by in sources.items() if by in cards}


def _of_pages(pages: QuerySet, acts: _Acts) -> list[FormRow]:
    found = list(pages.select_related("example"))
    files = _files_of([page.pk for page in found])
    drawn = drawn_of(document for rows in files.values() for _key, document in rows)
    after = {
        page.pk: page
        for page in FormPage.objects.live()
        .public()
        .filter(pk__in={page.replaced_by_id for page in found} - {None})
    }
    return [
        acts.note(
            replace(
                _of_page(page, files.get(page.pk, ()), after.get(page.replaced_by_id)),
                beginning=_beginning(page, files.get(page.pk, ()), drawn),
            ),
            page.regulation_id,
            page.provision,
        )
        for page in found
    ]


def _of_page(
    page: FormPage, files: Sequence[tuple[int, PortalDocument]], after: FormPage | None
) -> FormRow:
    url = page.get_url() or ""
    return FormRow(
        title=page.title,
        source=Source.OFFICE,
        files=tuple(
            _download(document, f"{url}tep/{place}/")
            for place, (_key, document) in enumerate(files, 1)
        ),
        state=form_state(has_successor=after is not None, act_css=""),
        purpose=page.purpose,
        about=page.summary,
        url=url,
        page=page.pk,
        version_on=page.version_on,
        successor=Named(after.title, after.get_url() or "") if after else None,
        notes=tuple(page.note_lines),
        example=_download(page.example) if page.example else None,
        is_sample=page.is_sample,
    )


def _beginning(
    page: FormPage,
    files: Sequence[tuple[int, PortalDocument]],
    drawn: Mapping[int, FirstPage],
) -> Beginning | None:
    """Of the first file that is drawn."""
    for place, (_key, document) in enumerate(files, 1):
        if row := drawn.get(document.pk):
            # The address changes with the content: it may be kept for ever.
            url = f"{page.get_url()}tep/{place}/trang-dau/{document.sha256[:12]}/"
            return Beginning(url, row.width, row.height, row.page_count)
    return None


def _files_of(pages: list[int]) -> dict[int, list[tuple[int, PortalDocument]]]:
    rows = FormFile.objects.filter(form__in=pages).select_related(
        "document__collection"
    )
    found: dict[int, list[tuple[int, PortalDocument]]] = {}
    for row in rows.order_by("form_id", "sort_order", "pk"):
        found.setdefault(row.form_id, []).append((row.pk, row.document))
    return found


def _of_acts(acts: _Acts) -> list[FormRow]:
    """What acts have as appendices; it says nothing of what it is filled in for."""
    public = RegulationPage.objects.live().public()
    rows = RegulationFile.objects.filter(role=FileRole.APPENDIX, regulation__in=public)
    return [
        acts.note(
            FormRow(
                title=row.document.title,
                source=Source.ACT,
                files=(_download(row.document),),
            ),
            row.regulation_id,
        )
        for row in rows.select_related("document").order_by("document__title", "pk")
    ]


def _of_kits() -> list[FormRow]:
    """What initiatives give to be filled in elsewhere."""
    rows = KitFile.objects.filter(kind=KitKind.TEMPLATE).select_related("document")
    pages = InitiativePage.objects.filter(pk__in=rows.values("initiative"))
    by_key = pages.for_listing("lifecycle").in_bulk()
    return [
        FormRow(
            title=row.label or row.document.title,
            source=Source.KIT,
            files=(_download(row.document),),
            state=form_state(
                has_successor=page.lifecycle != Lifecycle.IN_USE, act_css=""
            ),
            home=Named(page.title, page.get_url() or ""),
            is_sample=page.is_sample,
        )
        for row in rows.order_by("document__title", "pk")
        if (page := by_key.get(row.initiative_id))
    ]


def _download(document, url: str = "") -> Download:
    return Download(
        url or document.url,
        document.file_extension.upper(),
        document.file_size,
    )
