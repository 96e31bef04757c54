"""The form of an act as an editor sends it."""

from django.core.files.base import ContentFile
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from documents.models import (
    DocumentType,
    Issuer,
    RegulationFile,
    RegulationIndexPage,
    RegulationPage,
)
from portal.models import PortalDocument


def province() -> Issuer:
    return Issuer.objects.get(abbreviation="UBND", territory__isnull=False)


def stored(name: str, content: bytes) -> PortalDocument:
    return PortalDocument.objects.create(
        title=name, file=ContentFile(content, name=name)
    )


def form(files=(), kept=(), **fields) -> dict:
    rows = [
        {"id": row.pk, "document": row.document_id, "role": row.role, "ORDER": n}
        for n, row in enumerate(kept, 1)
    ] + [
        {"document": document.pk, "role": role, "ORDER": n}
        for n, (document, role) in enumerate(files, len(kept) + 1)
    ]
    return nested_form_data(
        {
            "title": "Quy định mẫu",
            "slug": "",
            "summary": "",
            "type": DocumentType.objects.get(abbreviation="QĐ").pk,
            "issuer": province().pk,
            "confidence": "unknown",
            "is_normative": "on",
            "effects": inline_formset([]),
            "joint_issuers": inline_formset([]),
            "files": inline_formset(rows, initial=len(kept)),
            "comments": inline_formset([]),
            "related_pages": inline_formset([]),
            "body": streamfield([]),
            **fields,
        }
    )


def add(editor, **fields):
    parent = RegulationIndexPage.objects.get().pk
    url = f"/admin/pages/add/documents/regulationpage/{parent}/"
    return editor.post(url, form(**fields))


def edit(editor, act, **fields):
    kept = list(RegulationFile.objects.filter(regulation=act))
    fields = {"symbol": act.symbol, "slug": act.slug, "kept": kept} | fields
    return editor.post(f"/admin/pages/{act.pk}/edit/", form(**fields))


def draft(act) -> RegulationPage:
    return RegulationPage.objects.get(pk=act.pk).get_latest_revision_as_object()


def shown(response) -> str:
    return response.content.decode()
