"""The names a listing shows for what its rows hold as keys; one query for each list."""

from dataclasses import dataclass, field

from documents.initiatives.lineage import families, with_ancestors
from documents.models.taxonomy import Field
from portal.models import Locality, LocalityKind, Organisation
from portal.page_cache.values import until_published


@dataclass(slots=True)
class Directory:
    """Fields, units and places by key, and which other keys find them."""

    fields: dict[int, tuple[str, str]] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    successors: dict[int, int | None] = field(default_factory=dict)
    families: dict[int, frozenset[int]] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)
    inside: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def unit_label(self, key: int) -> str:
        """The name; of one that was renamed, the present one too."""
        name, after = self.units[key], self.successors[key]
        return f"{name} → {self.units[after]}" if after in self.units else name


@until_published()
def read_directory() -> Directory:
    """All of them; what it holds is shared, and nobody may change it."""
    found = Directory()
    for key, slug, name in Field.objects.values_list("pk", "slug", "name"):
        found.fields[key] = (slug, name)
    for key, name, after in Organisation.objects.order_by("pk").values_list(
        "pk", "name", "continued_by_id"
    ):
        found.units[key], found.successors[key] = name, after
    found.families = families(found.successors)
    kinds = dict(LocalityKind.choices)
    parents = {}
    for key, kind, name, parent in Locality.objects.order_by("pk").values_list(
        "pk", "kind", "name", "parent_id"
    ):
        found.places[key], parents[key] = f"{kinds[kind]} {name}", parent
    found.inside = with_ancestors(parents)
    return found
