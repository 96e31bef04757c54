"""The messages that pinned third-party packages show to people, and whose they are.

Python code and templates are read for the domain `django`; for `djangojs` the
packages ship only bundled scripts, so their own English catalogue is the source.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib
from django.apps import apps
from django.conf import settings

from portal.i18n.extraction import (
    SKIPPED_FOLDERS,
    Key,
    Messages,
    MessageUse,
    extract_file,
    source_files,
)
from portal.i18n.placeholders import faults

#: Packages whose words people meet though they are not installed as apps.
LIBRARIES = ("django", "django_filters", "treebeard")


def app_folders() -> list[Path]:
    """Every installed app, ours and theirs."""
    return [Path(config.path).resolve() for config in apps.get_app_configs()]


def project_folders() -> list[Path]:
    """The installed apps that belong to this project."""
    return [path for path in app_folders() if _is_ours(path)]


def third_party_folders() -> list[Path]:
    """Installed apps of others and the libraries, each the folder of one app."""
    found = [path for path in app_folders() if not _is_ours(path)]
    specs = [find_spec(name) for name in LIBRARIES]
    found += [Path(spec.origin).parent for spec in specs if spec and spec.origin]
    return sorted(set(found))


def package_messages(domain: str) -> dict[Path, Messages]:
    """The messages of whole packages, by the folder of the app they belong to.

    A package is read as a whole: an app of it that is not installed has its place
    here too, which tells a translation kept for it from an obsolete one.
    """
    packages = {_package(folder) for folder in third_party_folders()}
    found: dict[Path, Messages] = {}
    for package in sorted(packages):
        reader = _read_sources if domain == "django" else _read_catalogues
        for app, key, plural, file in reader(package, domain):
            source = found.setdefault(app, {}).setdefault(key, MessageUse())
            source.plural = source.plural or plural
            source.files.add(file)
    return found


def own_translations(folder: Path, domain: str, language: str) -> set[Key]:
    """The messages that an app's own catalogue translates without a fault."""
    if folder not in app_folders() and folder.name != "django":
        return set()  # Django loads the catalogues of apps, and its own
    return {
        (entry.msgctxt, entry.msgid)
        for home in (folder, folder / "conf")
        for path in home.glob(f"locale/{language}/LC_MESSAGES/{domain}.mo")
        for entry in polib.mofile(str(path))
        if not faults(
            entry.msgid_plural or entry.msgid,
            entry.msgstr or entry.msgstr_plural.get(0, ""),
        )
    }


def _is_ours(folder: Path) -> bool:
    base = Path(settings.BASE_DIR).resolve()
    return folder.is_relative_to(base) and "site-packages" not in folder.parts


def _package(folder: Path) -> Path:
    """The outermost package that the folder of an app lies in."""
    while (folder.parent / "__init__.py").exists():
        folder = folder.parent
    return folder


def _read_sources(
    package: Path, domain: str
) -> Iterator[tuple[Path, Key, str | None, str]]:
    for path in source_files(package):
        app = _owner(path.parent, package)
        for key, plural in extract_file(path):
            yield app, key, plural, path.relative_to(package.parent).as_posix()


def _read_catalogues(
    package: Path, domain: str
) -> Iterator[tuple[Path, Key, str | None, str]]:
    for path in sorted(package.glob(f"**/locale/en/LC_MESSAGES/{domain}.po")):
        app = path.parents[3]
        if not SKIPPED_FOLDERS.intersection(app.relative_to(package).parts):
            for entry in polib.pofile(str(path)):
                key = (entry.msgctxt, entry.msgid)
                file = path.relative_to(package.parent).as_posix()
                yield app, key, entry.msgid_plural or None, file


@cache
def _owner(folder: Path, package: Path) -> Path:
    """The nearest folder upwards that is an app: it has apps.py or catalogues."""
    is_app = (folder / "apps.py").exists() or (folder / "locale").is_dir()
    # Django keeps the catalogue of its core beside its default settings.
    is_app = is_app and folder != package / "conf"
    return folder if is_app or folder == package else _owner(folder.parent, package)
