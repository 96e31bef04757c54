"""`make audit`: one page of each kind under vnu, html-validate, axe and Lighthouse.

Looks at a portal that runs (`make run` in another window). Prints a row for each page
and a column for each tool; a tool that is not there is named with the way to get it.
Ends with 1 where something was found.
"""

import argparse
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from portal.audit import tools
from portal.audit.pages import (
    LINKED,
    data_faults,
    is_hidden,
    linked_path,
    listed_paths,
    one_of_each,
)

#: Lighthouse takes a quarter of a minute for each page; others a second.
NAMES = ("data", "axe", "html-validate", "vnu", "lighthouse")
_OK = 200


def main() -> int:
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__)
    parser.add_argument("only", nargs="*", help=", ".join(NAMES))
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--folder", type=Path, default=Path("var/audit"))
    options = parser.parse_args()
    base, folder = options.url.rstrip("/"), options.folder.resolve()
    try:
        index = _read(f"{base}/sitemap.xml")
        maps = [_read(base + path) for path in listed_paths(index)]
        paths = one_of_each("\n".join(maps))
        for path, ending in LINKED.items():
            paths += linked_path(_read(base + path), ending)
    except OSError as error:
        parser.error(f"no portal answers at {base} ({error}); start it with `make run`")
    answers = {path: _answer(base + path) for path in paths}
    pages = {path: html for path, (_status, html) in answers.items()}
    # Lighthouse judges no page of an error, and counts "noindex" as a fault.
    shown = [path for path, (status, _html) in answers.items() if status == _OK]
    hidden = {path for path, html in pages.items() if is_hidden(html)}
    files = _saved(pages, folder)
    runs: dict[str, Callable[[], tools.Faults]] = {
        "data": lambda: {path: data_faults(html) for path, html in pages.items()},
        "axe": lambda: tools.axe(base, paths),
        "html-validate": lambda: tools.html_validate(folder, files),
        "vnu": lambda: tools.vnu(folder, files),
        "lighthouse": lambda: tools.lighthouse(folder, base, shown, hidden),
    }
    found, absent = {}, {}
    for name in options.only or NAMES:
        try:
            if name not in ("data", "axe"):
                tools.install(folder)
            found[name] = runs[name]()
        except tools.Missing as error:
            absent[name] = str(error)
    _print(paths, found, absent)
    return int(any(faults for one in found.values() for faults in one.values()))


def _answer(url: str) -> tuple[int, str]:
    """Status and page, whatever the status: a 404 has a template too."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310  ours
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def _read(url: str) -> str:
    return _answer(url)[1]


def _saved(pages: dict[str, str], folder: Path) -> dict[str, Path]:
    where = folder / "pages"
    where.mkdir(parents=True, exist_ok=True)
    files = {path: where / f"{place}.html" for place, path in enumerate(pages)}
    for path, file in files.items():
        file.write_text(pages[path], "utf-8")
    return files


def _print(
    paths: list[str], found: dict[str, tools.Faults], absent: dict[str, str]
) -> None:
    wide = max(map(len, paths)) + 2
    lines = ["page".ljust(wide) + "  ".join(name.rjust(13) for name in found)]
    for path in paths:
        counts = (str(len(one.get(path, ()))) for one in found.values())
        lines.append(path.ljust(wide) + "  ".join(count.rjust(13) for count in counts))
    for name, one in found.items():
        for path, faults in one.items():
            lines += [f"{name}  {path}  {fault}" for fault in dict.fromkeys(faults)]
    lines += [f"not run: {name}. {why}" for name, why in absent.items()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
