"""The files of an act above its text field; models import this, so it is lazy."""

from dataclasses import dataclass, field

from wagtail.admin.panels import Panel


@dataclass(slots=True)
class ListedFile:
    """One file of the draft as the editor sees it."""

    row: object
    reading: object = None
    problem: str = ""
    remarks: list[str] = field(default_factory=list)

    @property
    def is_scan(self) -> bool:
        return bool(self.reading) and self.reading.has_text_layer is False

    @property
    def gives_text(self) -> bool:
        """Whether a press of the button may bring text, so far as is known."""
        from documents.originals.reader import PASSING

        if self.reading is None or self.reading.text:
            return True
        return self.reading.problem.get("code") in PASSING


class FullTextPanel(Panel):
    """What each file holds, and the button that takes its text into the field."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "documents/admin/full_text_panel.html"

        def get_context_data(self, parent_context=None) -> dict:
            from documents.extraction.ocr import ocr_available

            context = super().get_context_data(parent_context)
            listed = listed_files(self.instance)
            has_scan = any(one.is_scan for one in listed)
            return context | {
                "files": listed,
                "has_scan": has_scan,
                "can_recognise": has_scan and ocr_available(),
                "has_text": bool(self.instance.text.strip()),
            }


def listed_files(act) -> list[ListedFile]:
    """The draft's original files with what is known of them; two queries."""
    from documents.originals.reader import problem_text, readings_of, remark_texts
    from portal.models import PortalDocument

    rows = [row for row in act.files.all() if row.document_id and row.is_original]
    pks = {row.document_id for row in rows}
    documents = PortalDocument.objects.in_bulk(pks) if pks else {}
    readings = readings_of(pks) if pks else {}
    listed = []
    for row in rows:
        row.document = documents[row.document_id]
        reading = readings.get(row.document_id)
        one = ListedFile(row, reading)
        if reading:
            one.problem, one.remarks = problem_text(reading), remark_texts(reading)
        listed.append(one)
    return listed
