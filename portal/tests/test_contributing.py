"""The tree in CONTRIBUTING.md is the tree on disk."""

import re
from pathlib import Path

from django.conf import settings

EVERYWHERE = {"management", "migrations", "static", "templatetags", "tests"}
_LINE = re.compile(r"(?P<indent> *)(?P<name>[\w-]+)/")


def written() -> set[str]:
    """Folders of the first two levels, as the guide draws them."""
    guide = Path(settings.BASE_DIR, "CONTRIBUTING.md").read_text("utf-8")
    drawing = guide.split("### The tree")[1].split("```")[1]
    found, top = set(), ""
    for line in filter(None, map(_LINE.match, drawing.splitlines())):
        if not line["indent"]:
            top = line["name"]
            found.add(top)
        else:
            found.add(f"{top}/{line['name']}")
    return found


def _has_files(folder: Path) -> bool:
    """Not what a move left behind: compiled files, empty folders."""
    return any(f.is_file() and f.suffix != ".pyc" for f in folder.rglob("*"))


def on_disk(top: str) -> set[str]:
    folders = {
        folder.name
        for folder in Path(settings.BASE_DIR, top).iterdir()
        if not folder.name.startswith(("_", ".")) and _has_files(folder)
    }
    return {f"{top}/{name}" for name in folders - EVERYWHERE}


def test_the_tree_in_the_guide_is_the_tree_on_disk():
    drawn = written()
    tops = {name for name in drawn if "/" not in name}
    assert {"portal", "documents", "events", "questions", "home", "templates"} <= tops
    assert drawn - tops == {folder for top in tops for folder in on_disk(top)}
