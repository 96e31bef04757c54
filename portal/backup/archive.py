"""The one file of a backup: members, and last the manifest that proves them."""

import hashlib
import io
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.core.files.storage import Storage

MANIFEST = "manifest.json"
DATABASE = "database"
FORMAT = 1
_IN_MEMORY = 8 * 1024 * 1024


class Damaged(Exception):
    """What the archive holds is not what its manifest says."""


class Writer:
    """Adds members to an archive and remembers their checksums."""

    def __init__(self, target: Path) -> None:
        self._members: dict[str, dict[str, Any]] = {}
        # Pictures do not get smaller; the database does, even in a hurry.
        self._tar = tarfile.open(target, "w:gz", compresslevel=1)  # noqa: SIM115

    def add_file(self, name: str, path: Path) -> None:
        with path.open("rb") as file:
            self.add(name, file)

    def add(self, name: str, file: IO[bytes]) -> None:
        """Add what the file holds now, even if it grows meanwhile."""
        digest = hashlib.sha256()
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
            while piece := file.read(1024 * 1024):
                digest.update(piece)
                copy.write(piece)
            self._append(name, copy, copy.tell())
            size = copy.tell()
        self._members[name] = {"size": size, "sha256": digest.hexdigest()}

    def finish(self, facts: dict[str, Any]) -> None:
        """Write the manifest: the facts, and every member's checksum."""
        manifest = {"format": FORMAT, **facts, "members": self._members}
        text = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
        self._append(MANIFEST, io.BytesIO(text), len(text))
        self._tar.close()

    def _append(self, name: str, file: IO[bytes], size: int) -> None:
        file.seek(0)
        entry = tarfile.TarInfo(name)
        entry.size = size
        entry.mode = 0o600
        self._tar.addfile(entry, file)


def unpack(archive: Path, folder: Path) -> dict[str, Any]:
    """Lay every member down under the folder; return the manifest that they match.

    Raises Damaged when one is missing, altered or unknown, or leads out of the folder.
    """
    found: dict[str, dict[str, Any]] = {}
    try:
        with tarfile.open(archive, "r:gz") as tar:
            for entry in tar:
                if not entry.isreg() or not _stays_inside(entry.name):
                    raise Damaged(f"The backup holds {entry.name!r}, which is no file.")
                target = folder / entry.name
                target.parent.mkdir(parents=True, exist_ok=True)
                found[entry.name] = _lay_down(tar.extractfile(entry), target)
    except (tarfile.TarError, EOFError, OSError) as error:
        raise Damaged("The backup cannot be read to its end.") from error
    if found.pop(MANIFEST, None) is None:
        raise Damaged("The backup has no manifest: it was not finished.")
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    if manifest.get("format") != FORMAT:
        raise Damaged("The backup is of a format this portal does not know.")
    for name in manifest["members"].keys() | found.keys():
        if manifest["members"].get(name) != found.get(name):
            raise Damaged(f"{name} is not what was backed up.")
    return manifest


def walk(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all files of a storage, on a disk or in a bucket."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    # A bucket names the folder itself as an entry without a name.
    yield from (f"{prefix}{name}" for name in sorted(files) if name)
    for name in sorted(folders):
        if name:
            yield from walk(storage, f"{prefix}{name}")


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _lay_down(source: IO[bytes], target: Path) -> dict[str, Any]:
    with target.open("wb") as file:
        shutil.copyfileobj(source, file)
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"size": target.stat().st_size, "sha256": digest}
