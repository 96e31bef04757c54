"""Saved pages of the former portal, or Word files, to draft articles."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import gettext as _

from home.importer.article import ImportedArticle
from home.importer.draft.create import create_draft
from home.importer.errors import ImportRefused
from home.importer.read.archive import MAX_FILE_BYTES
from home.importer.read.pictures import beside
from home.importer.read_article import SUFFIXES, read_article
from home.importer.recognise.knowledge import Knowledge, current_knowledge
from home.importer.wording import explain, to_json
from home.models import NewsIndexPage


class Command(BaseCommand):
    help = (
        "Make draft articles of saved pages (.html, .mhtml, .txt) "
        "or Word files (.docx)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--dry-run", action="store_true", help="print what was found, write nothing"
        )
        parser.add_argument(
            "--json", action="store_true", help="print JSON: a list for several files"
        )
        parser.add_argument(
            "--parent", metavar="SLUG|ID", help="the news index the drafts go under"
        )

    def handle(self, *args, **options) -> None:
        parent = None if options["dry_run"] else _news_index(options["parent"])
        known = current_knowledge()
        results: list[dict] = []
        failed = 0
        for path in options["files"]:
            try:
                article = _read(path, known)
            except ImportRefused as refusal:
                failed += 1
                message = explain(refusal)
                results.append({"file": path.name, "error": message})
                self.stderr.write(self.style.ERROR(f"{path.name}: {message}"))
                continue
            result = to_json(article)
            if parent:
                page = create_draft(article, parent=parent)
                result["findings"] = page.import_findings
                result["edit_url"] = _edit_url(page)
            results.append(result)
            if not options["json"]:
                self._describe(path, result)
        if options["json"]:
            printed = results if len(results) > 1 else results[0]
            self.stdout.write(json.dumps(printed, ensure_ascii=False, indent=2))
        if failed:
            raise CommandError(
                _("%(failed)s of %(all)s files were not imported.")
                % {"failed": failed, "all": len(options["files"])}
            )

    def _describe(self, path: Path, result: dict) -> None:
        self.stdout.write(self.style.SUCCESS(f"{path.name}: {result['title']}"))
        if "edit_url" in result:
            self.stdout.write(f"  {result['edit_url']}")
        for finding in result["findings"]:
            excerpt = f" «{finding['excerpt']}»" if finding["excerpt"] else ""
            self.stdout.write(f"  - {finding['message']}{excerpt}")


def _read(path: Path, known: Knowledge) -> ImportedArticle:
    suffix = path.suffix.lower()
    if suffix and suffix not in SUFFIXES:
        raise ImportRefused("extension", extension=suffix)
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise ImportRefused(
                "too_large", size=size >> 20, limit=MAX_FILE_BYTES >> 20
            )
        raw = path.read_bytes()
    except OSError as error:
        raise ImportRefused("unreadable") from error
    return read_article(
        raw,
        path.name,
        localities=known.localities,
        library=known.library,
        loaders=[beside(path)],
    )


def _news_index(wanted: str | None) -> NewsIndexPage:
    """The index asked for by slug or number; the only one when none is asked for."""
    indexes = NewsIndexPage.objects.all()
    if wanted:
        by = {"pk": int(wanted)} if wanted.isdecimal() else {"slug": wanted}
        indexes = indexes.filter(**by)
    if index := indexes.first():
        return index
    raise CommandError(
        _("There is no news index to put the drafts under. Run prepare_site first.")
    )


def _edit_url(page) -> str:
    path = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"
