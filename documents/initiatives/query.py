"""What a reader asks of the showcase, from the address and back into one. Pure."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

# The filters, by the names they have in addresses, in the order they are shown.
NAMES = (
    "linh-vuc",
    "loai",
    "cap",
    "chi-phi",
    "thoi-gian",
    "nhan-rong",
    "noi",
    "nam",
    "don-vi",
)
SORTS = ("", "moi", "nhan-rong", "chi-phi")
_MOST_VALUES = 20
_LONGEST_VALUE = 40
_LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, choices and order; `base_url` is the listing's own address."""

    base_url: str
    q: str = ""
    chosen: dict[str, list[str]] = field(default_factory=dict)
    sort: str = ""
    page: str | None = None

    @classmethod
    def of(cls, query, base_url: str) -> "Asked":
        """From a query string; nonsense is dropped, never an error."""
        clean = " ".join(query.get("q", "").replace("\0", "").split())
        chosen = {
            name: [
                value
                for value in dict.fromkeys(query.getlist(name))
                if value and len(value) <= _LONGEST_VALUE and "\0" not in value
            ][:_MOST_VALUES]
            for name in NAMES
        }
        sort = query.get("sap-xep", "")
        return cls(
            base_url,
            clean[:_LONGEST_QUERY],
            chosen,
            sort if sort in SORTS else "",
            query.get("trang"),
        )

    def url(self, *, toggle: tuple[str, str] = ("", "")) -> str:
        """This listing's address with one choice put in or taken out; page one."""
        pairs = [("q", self.q)]
        for name in NAMES:
            kept = [v for v in self.chosen.get(name, []) if (name, v) != toggle]
            if name == toggle[0] and toggle[1] not in self.chosen.get(name, []):
                kept.append(toggle[1])
            pairs += [(name, value) for value in kept]
        pairs.append(("sap-xep", self.sort))
        return address(self.base_url, pairs)

    @property
    def parameters(self) -> str:
        return self.url().partition("?")[2]

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The choices as fields of a form that changes something else."""
        return [(name, v) for name in NAMES for v in self.chosen.get(name, [])]


def address(base_url: str, pairs) -> str:
    query = urlencode([pair for pair in pairs if pair[1]])
    return f"{base_url}?{query}" if query else base_url
