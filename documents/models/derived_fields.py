"""What of an initiative is worked out from the rest whenever it is checked."""

from documents.law.search_words import searchable
from documents.models.initiative_enums import Level


def settle(page) -> None:
    """Bring level, year and searched words into line; saves nothing."""
    page.level = highest_level(
        is_recognised=bool(page.recognitions.all()),
        reaches=[row.reach for row in page.assessments.all()],
    )
    first = page.first_applied_on
    page.year = first.year if hasattr(first, "year") else None
    page.folded = searchable("\n".join([page.title, page.summary, page.search_text()]))


def highest_level(*, is_recognised: bool, reaches: list[str]) -> str:
    """The farthest reach that a decision names; empty while nobody recognised it."""
    levels = [Level(reach) for reach in reaches if reach]
    if is_recognised:
        levels.append(Level.BASE)
    return max(levels, key=lambda level: level.rank, default="")
