"""Which first pages are drawn: those of public forms, each content once."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from guides.first_pages.drawing import first_page
from guides.models import FirstPage, FormFile, FormPage
from portal.models import PortalDocument

#: What is larger is no form, and would be read whole.
LARGEST = 20 * 1024 * 1024
_AT_ONCE = 20


def draw_missing() -> int:
    """Draw what public forms have and nothing shows; how many rows that made.

    At most a batch: what is left is drawn the next time. Pictures of files that no form
    has any more go.
    """
    files = FormFile.objects.filter(form__in=FormPage.objects.live().public())
    wanted = {
        document.sha256: document
        for row in files.select_related("document__collection").order_by("pk")
        if is_drawn(document := row.document)
    }
    FirstPage.objects.exclude(sha256__in=wanted).delete()
    known = set(FirstPage.objects.values_list("sha256", flat=True))
    missing = [one for sha256, one in wanted.items() if sha256 not in known][:_AT_ONCE]
    for document in missing:
        _draw(document)
    return len(missing)


def is_drawn(document: PortalDocument) -> bool:
    """Whether its first page is shown: a PDF anybody may load, and not too large."""
    return (
        document.file_extension.lower() == "pdf"
        and bool(document.sha256)
        and (document.file_size or 0) <= LARGEST
        and not document.collection.get_view_restrictions()
    )


def drawn_of(contents: Iterable[str]) -> Mapping[str, FirstPage]:
    """What is drawn of files with these fingerprints, without pictures: one query."""
    rows = FirstPage.objects.filter(sha256__in=set(contents)).exclude(width=0)
    return {row.sha256: row for row in rows.defer("picture")}


def _draw(document: PortalDocument) -> None:
    try:
        with document.file.storage.open(document.file.name) as file:
            drawn = first_page(file.read())
    except FileNotFoundError:
        return
    # Two workers may have drawn it. A row that is saved ends the lists that are kept.
    shown = asdict(drawn) if drawn else {}
    FirstPage.objects.get_or_create(sha256=document.sha256, defaults=shown)
