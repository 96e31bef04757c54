"""What `make bench` asks of a library that is filled already; answers in JSON."""

import json
import resource
import time
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db.models import Count
from django.utils.module_loading import import_string

from portal.bench.response_time import measured

IMPORTED = 500


class Command(BaseCommand):
    help = "Measure pages, write a table of acts, or import it (for make bench)."
    # No server makes them, and what they read would be measured.
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("what", choices=["pages", "table", "import"])
        parser.add_argument("file", type=Path)

    def handle(self, *args, **options) -> None:
        # By name: what all rooms share imports none of them.
        acts = apps.get_model("documents", "RegulationPage").objects.filter(
            is_sample=True
        )
        if options["what"] == "table":
            rows = [_row(number, act) for number, act in enumerate(acts[:IMPORTED], 1)]
            words = json.dumps(rows, ensure_ascii=False)
            options["file"].write_text(words, encoding="utf-8")
            return
        found = _pages(acts) if options["what"] == "pages" else _import(options["file"])
        found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.stdout.write(json.dumps(found))


def _pages(acts) -> dict:
    provisions = apps.get_model("documents", "RegulationProvision").objects
    # Not by reading all of them: what this process holds is measured, too.
    longest = provisions.values("regulation").annotate(parts=Count("pk"))
    long = longest.filter(parts__gt=400).order_by("-regulation").first()
    changed = acts.get(pk=long["regulation"]) if long else acts.latest("pk")
    act = changed.get_url()
    paths = {
        "listing": "/van-ban/",
        "listing, two facets": "/van-ban/?loai=Q%C4%90&hieu-luc=in_force",
        "number typed badly": "/van-ban/?q=qd+36+2018",
        "act": act,
        "act on a day": f"{act}?ngay={changed.effective_from}",
        "two days compared": f"{act}so-sanh/?tu={changed.signed_on}",
        "act as JSON": f"{act.rstrip('/')}.json",
    }
    pages = {name: _measure(path) for name, path in paths.items()}
    return {"acts": acts.count(), "provisions": provisions.count(), "pages": pages}


def _row(number: int, act) -> dict:
    return {
        "Số, ký hiệu": f"{number:02}/{act.signed_on.year}/KH-UBND",
        "Trích yếu": act.title,
        "Cơ quan ban hành": "UBND tỉnh Lạng Sơn",
        "Ngày ban hành": act.signed_on.isoformat(),
        "Minh họa": "có",
        "Căn cứ": act.symbol,
        "Toàn văn": act.text,
    }


def _measure(path: str) -> dict:
    """As readers wait for it, the act parsed anew each time."""
    parsed = import_string("documents.acts.text.stored_provisions")
    return measured(path, forget=parsed.cache_clear)


def _import(file: Path) -> dict:
    started, worked = time.perf_counter(), time.process_time()
    with file.with_suffix(".txt").open("w", encoding="utf-8") as said:
        call_command(
            "import_regulations",
            file,
            confirm=True,
            publish=True,
            stdout=said,
        )
    return {
        "import": IMPORTED / (time.process_time() - worked),
        "import_clock": IMPORTED / (time.perf_counter() - started),
    }
