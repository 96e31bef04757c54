"""The room's demonstration: a guide, the forms it asks for, an old one, the terms."""

from datetime import date

from django.core.files.base import ContentFile
from django.template.loader import render_to_string

from documents.models import RegulationPage
from guides.models import (
    FormFile,
    FormIndexPage,
    FormPage,
    GuideIndexPage,
    GuidePage,
    OpenDataPage,
)
from portal import pdf
from portal.demo import content, word_file
from portal.demo.markup import Text
from portal.models import PortalDocument

WARNING = "Mẫu minh họa do cổng soạn, không thay biểu mẫu trong văn bản hiện hành."


def load(*, today: date) -> None:
    """Add what rests on the sample acts of the library."""
    texts = content.texts(__name__, "forms")
    made = {text.head["slug"]: _form(text) for text in texts}
    for text in texts:
        if after := text.head.get("replaced_by"):
            old = made[text.head["slug"]]
            old.replaced_by = made[after]
            old.save_revision().publish()
    for text in content.texts(__name__, "guide"):
        _guide(text, today)
    for text in content.texts(__name__, "pages"):
        _terms(text)


def _form(text: Text) -> FormPage:
    """A form with a Word file, and a PDF where the portal can make one."""
    head = text.head
    page = FormPage(
        title=head["title"],
        slug=head["slug"],
        summary=head["summary"],
        is_sample=True,
        purpose=head["purpose"],
        regulation=_act(head["act"]),
        provision=head.get("provision", ""),
        notes="\n".join(text.lines("notes")),
    )
    for ending, data in _files(text):
        document = PortalDocument.objects.create(
            title=head["title"],
            file=ContentFile(data, name=f"{head['slug']}.{ending}"),
        )
        page.files.add(FormFile(document=document))
    content.publish(FormIndexPage.objects.get(), page)
    return page


def _files(text: Text) -> list[tuple[str, bytes]]:
    title, blanks = text.head["title"], text.lines("blanks")
    pieces = [
        word_file.paragraph(title, "Title"),
        word_file.paragraph(WARNING, "Hint"),
    ]
    for number, blank in enumerate(blanks, 1):
        pieces += [
            word_file.paragraph(f"{number}. {blank}", "Heading1"),
            word_file.paragraph("…" * 40),
        ]
    files = [("docx", word_file.word_file(title, pieces))]
    if pdf.available():
        context = {"title": title, "warning": WARNING, "blanks": blanks}
        page = render_to_string("pdf/guides/sample_form.html", context)
        files.append(("pdf", pdf.render(page, "http://localhost/")))
    return files


def _guide(text: Text, today: date) -> None:
    head = text.head
    page = GuidePage(
        title=head["title"],
        slug=head["slug"],
        summary=head["summary"],
        is_sample=True,
        audience=head["audience"],
        duration=head["duration"],
        duration_note=head["duration_note"],
        contact=head["contact"],
        reviewed_on=today,
        steps=[("step", _step(step)) for step in content.texts(__name__, "steps")],
    )
    content.publish(GuideIndexPage.objects.get(), page)


def _step(text: Text) -> dict:
    head = text.head
    named = [line.split("|") for line in text.lines("basis")]
    paragraphs = [block["value"] for block in content.blocks(text)]
    return {
        "title": head["title"],
        "who": head.get("who", ""),
        "by_when": head.get("by_when", ""),
        "text": "".join(paragraphs),
        "otherwise": head.get("otherwise", ""),
        "forms": [FormPage.objects.get(slug=slug) for slug in text.lines("forms")],
        "basis": [
            {"regulation": _act(symbol.strip()), "provision": provision.strip()}
            for symbol, provision in named
        ],
        "ask": head.get("ask", ""),
    }


def _act(symbol: str) -> RegulationPage:
    return RegulationPage.objects.get(symbol=symbol, is_sample=True)


def _terms(text: Text) -> None:
    page = OpenDataPage.objects.get()
    page.title, page.summary = text.head["title"], text.head["summary"]
    page.body = content.body(text)
    page.full_clean()
    page.save_revision().publish()
