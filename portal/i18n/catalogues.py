"""Catalogue files: which there are, bringing one up to date, compiling one."""

import os
from collections.abc import Iterable
from pathlib import Path

import polib

from portal.i18n.extraction import Key, Messages, MessageUse

HEADER = {
    "Project-Id-Version": "portal",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
#: Where lines of a catalogue are broken, as the house breaks its texts.
WIDTH = 100
#: The plural rule of each language the portal is written in.
PLURAL_FORMS = {
    "vi": "nplurals=1; plural=0;",
    "en": "nplurals=2; plural=(n != 1);",
}


def catalogue_path(folder: Path, language: str, domain: str) -> Path:
    """Where gettext looks for a catalogue of this language and domain."""
    return Path(folder) / language / "LC_MESSAGES" / f"{domain}.po"


def sources(folders: Iterable[Path]) -> list[Path]:
    """Every .po file that Django would look for compiled under these folders."""
    return sorted(
        {path for folder in folders for path in Path(folder).glob("*/LC_MESSAGES/*.po")}
    )


def is_stale(source: Path) -> bool:
    """Whether the .mo beside a .po is missing or older than it."""
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or (
        compiled.stat().st_mtime_ns < source.stat().st_mtime_ns
    )


def compile_catalogue(source: Path) -> Path:
    """Write the .mo beside a .po, at once: a reader sees the old one or the new."""
    compiled = source.with_suffix(".mo")
    unfinished = compiled.with_suffix(f".mo.{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(unfinished))
    unfinished.replace(compiled)
    return compiled


def load(path: Path, language: str) -> polib.POFile:
    """The catalogue at a path, or an empty one for this language."""
    if path.exists():
        return polib.pofile(str(path), wrapwidth=WIDTH)
    catalogue = polib.POFile(wrapwidth=WIDTH)
    catalogue.metadata = HEADER | {
        "Language": language,
        "Plural-Forms": PLURAL_FORMS[language],
    }
    return catalogue


def update(catalogue: polib.POFile, messages: Messages) -> polib.POFile:
    """A catalogue of exactly these messages, with what was translated already.

    Sorted by message and without line numbers: a message more changes no line of
    the others.
    """
    known = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    fresh = polib.POFile(wrapwidth=WIDTH)
    fresh.metadata = catalogue.metadata
    for key in sorted(messages, key=lambda key: (key[1], key[0] or "")):
        fresh.append(_entry(key, messages[key], known.get(key)))
    return fresh


def forms(entry: polib.POEntry) -> list[str]:
    """The translated forms of an entry, one or one for each plural."""
    if entry.msgid_plural:
        return list(entry.msgstr_plural.values()) or [""]
    return [entry.msgstr]


def _entry(key: Key, found: MessageUse, known: polib.POEntry | None) -> polib.POEntry:
    context, msgid = key
    entry = polib.POEntry(
        msgctxt=context,
        msgid=msgid,
        occurrences=[(name, "") for name in sorted(found.files)],
        flags=[flag for flag in known.flags if flag == "fuzzy"] if known else [],
        tcomment=known.tcomment if known else "",
    )
    translated = forms(known) if known else [""]
    if found.plural:
        entry.msgid_plural = found.plural
        entry.msgstr_plural = dict(enumerate(translated))
    else:
        entry.msgstr = translated[0]
    return entry
