"""The rows of a programme, by the questions they answer; an event inherits them."""

from datetime import date

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import cached_property

from documents.models import InitiativePage, RegulationPage
from portal.models import PortalPageQuerySet
from portal.page_cache.values import until_published

# The name of the rows on series and event, and the models that hold them.
KINDS = {
    "agenda": "AgendaItem",
    "speakers": "Speaker",
    "presented": "Regulation",
    "initiatives": "Initiative",
    "organisers": "Organiser",
    "materials": "Material",
    "questions": "Question",
}
_AGENDA = tuple(
    f"{kind}__{name}"
    for kind, names in (
        ("regulation", ("symbol", "title", "url_path", "live")),
        ("initiative", ("title", "url_path", "live")),
    )
    for name in names
)
_DOCUMENT = (
    "document__title",
    "document__file",
    "document__file_size",
    "document__sha256",
)


class InheritingQuerySet(PortalPageQuerySet):
    def with_own_kinds(self):
        """Note of which kinds each event has rows, in the query that fetches it."""
        return self.annotate(
            **{
                f"states_{kind}": Exists(
                    _model("Event", kind).objects.filter(event=OuterRef("pk"))
                )
                for kind in KINDS
            }
        )


class ProgrammeRows:
    """For a series: each question is answered from its own rows.

    A draft's rows are not in the database yet, so rows are asked of the page.
    """

    def get_agenda(self) -> list:
        """The agenda, in its order."""
        return self._rows("agenda", *_AGENDA)

    def get_speakers(self) -> list:
        """Speakers, with title and organisation as on that day."""
        return self._rows("speakers", "person__full_name")

    def get_regulations(self) -> list[RegulationPage]:
        """The published acts that are taught, with today's status."""
        return self._pages("presented", RegulationPage)

    def get_initiatives(self) -> list[InitiativePage]:
        """The published initiatives that are shown."""
        return self._pages("initiatives", InitiativePage)

    def get_organisers(self) -> list:
        return self._rows("organisers", "organisation__name")

    def get_materials(self) -> list:
        """Materials from the portal's documents."""
        return self._rows("materials", *_DOCUMENT)

    def get_questions(self) -> list:
        """The organiser's own questions on the registration form."""
        return self._rows("questions")

    def _rows(self, kind: str, *beside: str) -> list:
        """Rows of the kind; `beside` names the columns read of what they point at."""
        return list(_reading(getattr(self, kind).all(), *beside))

    def _pages(self, kind: str, model: type) -> list:
        """What rows of the kind point at, as far as it is published, in their order."""
        name = f"{KINDS[kind].lower()}_id"
        ids = [getattr(row, name) for row in getattr(self, kind).all()]
        listed = _listed(model, timezone.localdate())
        found = listed.in_bulk(ids) if ids else {}
        return [found[pk] for pk in ids if pk in found]


class InheritedRows(ProgrammeRows):
    """For an event: its own rows, else those of its series, in one query a kind."""

    @cached_property
    def series_id(self) -> int | None:
        """The series it belongs to; known already where a request led here."""
        series = apps.get_model("events", "ConferenceSeriesPage")
        chain = getattr(self, "chain", ())
        if len(chain) > 1:
            series_type = ContentType.objects.get_for_model(series)
            is_series = chain[-2].content_type_id == series_type.pk
            return chain[-2].pk if is_series else None
        above = series.objects.filter(path=self.path[: -self.steplen])
        return above.values_list("pk", flat=True).first()

    def _states(self, kind: str) -> bool:
        """Whether it may have rows of its own; certain after `with_own_kinds`."""
        return getattr(self, f"states_{kind}", True)

    def _rows(self, kind: str, *beside: str) -> list:
        if self._states(kind) and (own := super()._rows(kind, *beside)):
            return own
        return list(_series_rows(kind, self.series_id, *beside))

    def _pages(self, kind: str, model: type) -> list:
        if self._states(kind) and getattr(self, kind).all():
            return super()._pages(kind, model)
        return list(_series_pages(kind, self.series_id, model, timezone.localdate()))


@until_published(maxsize=128)
def _series_rows(kind: str, series: int | None, *beside: str) -> tuple:
    if series is None:
        return ()
    rows = _model("Series", kind).objects.filter(series=series)
    return tuple(_reading(rows, *beside))


@until_published(maxsize=64)
def _series_pages(kind: str, series: int | None, model: type, on: date) -> tuple:
    """Acts with the status they have that day, or initiatives."""
    if series is None:
        return ()
    name = f"series{KINDS[kind].lower()}"
    found = _listed(model, on).filter(**{f"{name}__series": series})
    return tuple(found.order_by(f"{name}__sort_order"))


def _listed(model: type, on: date):
    if model is RegulationPage:
        return RegulationPage.objects.for_listing(on)
    return model.objects.for_listing()


def _reading(rows, *beside: str):
    """Rows joined with the named columns of what they point at, and no others."""
    if not beside:
        return rows
    own = [field.name for field in rows.model._meta.concrete_fields]
    foreign = {name.partition("__")[0] for name in beside}
    return rows.select_related(*foreign).only(*own, *beside)


def _model(owner: str, kind: str):
    return apps.get_model("events", f"{owner}{KINDS[kind]}")
