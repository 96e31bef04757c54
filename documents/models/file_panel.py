"""The files of an act above its text field."""

from dataclasses import dataclass

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel, Panel

from documents.extraction.ocr import ocr_available
from documents.models.files import RegulationFile
from documents.models.forms import FileRoleMixin
from documents.models.readings import FileReading
from portal.models import PortalDocument


@dataclass(frozen=True, slots=True)
class ListedFile:
    """One file of the draft as the editor sees it."""

    row: RegulationFile
    reading: FileReading | None

    @property
    def problem(self) -> str:
        return self.reading.problem_text if self.reading else ""

    @property
    def remarks(self) -> list[str]:
        return self.reading.remark_texts if self.reading else []

    @property
    def is_scan(self) -> bool:
        return bool(self.reading) and self.reading.has_text_layer is False

    @property
    def gives_text(self) -> bool:
        """Whether a press of the button may bring text, so far as is known."""
        return self.reading is None or self.reading.may_give_text


class FilesPanel(InlinePanel):
    """The rows of the files, also the empty one that a script copies."""

    def get_form_options(self) -> dict:
        options = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        base = rows.get("form", WagtailAdminModelForm)
        rows["form"] = type("RegulationFileForm", (FileRoleMixin, base), {})
        return options


class FullTextPanel(Panel):
    """What each file holds, and the button that takes its text into the field."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "documents/admin/full_text_panel.html"

        def get_context_data(self, parent_context=None) -> dict:
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
    rows = [row for row in act.files.all() if row.document_id and row.is_original]
    pks = {row.document_id for row in rows}
    if not pks:
        return []
    documents = PortalDocument.objects.in_bulk(pks)
    readings = FileReading.objects.by_document(pks)
    for row in rows:
        row.document = documents[row.document_id]
    return [ListedFile(row, readings.get(row.document_id)) for row in rows]
