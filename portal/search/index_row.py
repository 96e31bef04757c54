"""What the ranker reads of an entry, taken apart once for all searches."""

from portal.search.asked import phrases_of


class IndexRow:
    """An entry's lines, each between spaces, and their words; the text is coded.

    Nothing of it is changed once it is made: searches share rows.
    """

    __slots__ = (
        "about",
        "around",
        "asked",
        "body",
        "context",
        "exact",
        "facet_line",
        "facets",
        "id",
        "keys",
        "length",
        "title",
        "title_words",
    )

    def __init__(
        self,
        id: int,
        folded: str,
        exact: str,
        keys: str,
        context: str,
        facets: str,
        asked: str,
        body: str,
    ) -> None:
        self.id, self.body = id, body
        self.title, self.title_words = f" {folded} ", frozenset(folded.split())
        #: How many words the title has; an empty one counts as one.
        self.length = self.title.count(" ") - 1
        self.exact, self.keys = exact and f" {exact} ", f" {keys} "
        self.context, self.about = f" {context} ", frozenset(context.split())
        self.asked = phrases_of(asked)
        # What the page is, and what readers call it.
        words = self.asked.words if self.asked else frozenset[str]()
        self.around = self.about | words if words else self.about
        self.facet_line, self.facets = facets, frozenset(facets.split())

    def __repr__(self) -> str:
        return f"IndexRow({self.id},{self.title})"
