"""Which first pages are drawn: those of public forms, each content once."""

from collections.abc import Iterable
from dataclasses import asdict

from wagtail.models import CollectionViewRestriction

from guides.first_pages.picture import first_page
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
    rows = files.select_related("document__collection").order_by("pk")
    wanted = {one.sha256: one for one in _shown(row.document for row in rows)}
    FirstPage.objects.exclude(sha256__in=wanted).delete()
    known = set(FirstPage.objects.values_list("sha256", flat=True))
    missing = [one for sha256, one in wanted.items() if sha256 not in known][:_AT_ONCE]
    for document in missing:
        _draw(document)
    return len(missing)


def drawn_of(documents: Iterable[PortalDocument]) -> dict[int, FirstPage]:
    """By key of the document what is drawn of it, without the picture.

    Two queries, however many there are; collections are to have been read with them.
    """
    shown = _shown(documents)
    if not shown:
        return {}
    contents = {document.sha256 for document in shown}
    rows = FirstPage.objects.filter(sha256__in=contents).exclude(width=0)
    drawn = {row.sha256: row for row in rows.defer("picture")}
    return {one.pk: drawn[one.sha256] for one in shown if one.sha256 in drawn}


def _shown(documents: Iterable[PortalDocument]) -> list[PortalDocument]:
    """Those whose first page is shown: PDFs anybody may load, and not too large."""
    found = [
        document
        for document in documents
        if document.file_extension.lower() == "pdf"
        and document.sha256
        and (document.file_size or 0) <= LARGEST
    ]
    if not found:
        return []
    restrictions = CollectionViewRestriction.objects.all()
    private = tuple(restrictions.values_list("collection__path", flat=True))
    return [one for one in found if not one.collection.path.startswith(private)]


def _draw(document: PortalDocument) -> None:
    try:
        with document.file.storage.open(document.file.name) as file:
            drawn = first_page(file.read())
    except FileNotFoundError:
        return
    # Two workers may have drawn it. A row that is saved ends the lists that are kept.
    shown = asdict(drawn) if drawn else {}
    FirstPage.objects.get_or_create(sha256=document.sha256, defaults=shown)
