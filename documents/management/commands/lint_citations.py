import json
from collections.abc import Iterator

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from documents.citing import index
from documents.citing.slips import check
from documents.citing.texts import has_texts
from documents.models.wording import finding_message
from portal.models import PortalPage


class Command(BaseCommand):
    help = "Report every slip in how the published pages name acts."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--json", action="store_true", help="for programs")
        parser.add_argument(
            "--reindex",
            action="store_true",
            help="first write the index of citations anew from the published texts",
        )

    def handle(self, *args, **options) -> None:
        if options["reindex"]:
            index.rebuild()
        reports = list(_reports())
        if options["json"]:
            self.stdout.write(json.dumps(reports, ensure_ascii=False, indent=2))
            return
        for report in reports:
            self.stdout.write(f"{report['title']} ({report['url']})")
            for slip in report["slips"]:
                self.stdout.write(f"  - {slip['printed']}: {slip['message']}")
        slips = sum(len(report["slips"]) for report in reports)
        summary = ngettext("%(count)s slip found.", "%(count)s slips found.", slips)
        self.stdout.write(summary % {"count": slips} if slips else _("No slips found."))


def _reports() -> Iterator[dict]:
    """One report for each published page that has slips."""
    for page in _pages():
        if slips := check(page).slips:
            yield {
                "page": page.pk,
                "title": page.title,
                "url": page.get_url() or "",
                "slips": [
                    {
                        "code": slip.finding.code.value,
                        "field": slip.text.field,
                        "printed": slip.words,
                        "expected": slip.finding.expected,
                        "suggestions": list(slip.finding.suggestions),
                        "message": finding_message(slip.finding),
                    }
                    for slip in slips
                ],
            }


def _pages() -> Iterator[Page]:
    for page in Page.objects.live().order_by("path").iterator(chunk_size=100):
        page_type = page.specific_class
        if page_type and issubclass(page_type, PortalPage) and has_texts(page_type):
            yield page.specific
