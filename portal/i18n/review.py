"""What is wrong with the catalogues, one line for each problem."""

from collections.abc import Collection, Iterable
from pathlib import Path

import polib

from portal.i18n.catalogues import catalogue_path, forms, load
from portal.i18n.extraction import Key, Messages
from portal.i18n.packages import (
    own_translations,
    package_messages,
    third_party_folders,
)
from portal.i18n.placeholders import faults
from portal.i18n.project import project_messages


def review_project(folder: Path, language: str) -> list[str]:
    """Problems of the project's own catalogue against its code."""
    path = catalogue_path(folder, language, "django")
    catalogue = load(path, language)
    messages = project_messages()
    problems = _entry_problems(catalogue, messages.keys(), path.name)
    return problems + _missing(messages, _translated([catalogue]), "the project")


def review_third_parties(
    folders: Iterable[Path], language: str, domain: str
) -> list[str]:
    """Problems of the catalogues that complete those of other people's apps."""
    catalogues = [
        load(catalogue_path(folder, language, domain), language) for folder in folders
    ]
    found = package_messages(domain)
    known = {key for messages in found.values() for key in messages}
    problems = []
    for catalogue in catalogues:
        problems += _entry_problems(catalogue, known, f"third-party {domain}.po")
    ours = _translated(catalogues)
    for folder in third_party_folders():
        translated = ours | own_translations(folder, domain, language)
        problems += _missing(found.get(folder, {}), translated, folder.name)
    return problems


def _entry_problems(
    catalogue: polib.POFile, known: Collection[Key], name: str
) -> list[str]:
    """Obsolete entries, doubtful ones, and translations that lost something."""
    problems = []
    for entry in catalogue:
        found = []
        if entry.obsolete or (entry.msgctxt, entry.msgid) not in known:
            found.append("obsolete")
        if entry.fuzzy:
            found.append("fuzzy")
        if entry.translated():
            message = entry.msgid_plural or entry.msgid
            found += [fault for form in forms(entry) for fault in faults(message, form)]
        problems += [f"{name}: {problem}: {entry.msgid!r}" for problem in found]
    return problems


def _missing(messages: Messages, translated: set[Key], owner: str) -> list[str]:
    return [
        f"{owner}: untranslated: {key[1]!r} ({', '.join(sorted(source.files))})"
        for key, source in sorted(messages.items(), key=lambda item: item[0][1])
        if key not in translated
    ]


def _translated(catalogues: Iterable[polib.POFile]) -> set[Key]:
    return {
        (entry.msgctxt, entry.msgid)
        for catalogue in catalogues
        for entry in catalogue.translated_entries()
    }
