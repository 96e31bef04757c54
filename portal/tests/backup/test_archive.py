"""An archive proves itself: damage, loss and additions are noticed, escapes refused."""

import io
import tarfile

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.backup import archive, encryption

FACTS = {"rows": {"a": 1}}


@pytest.fixture
def packed(tmp_path):
    path = tmp_path / "a.tar.gz"
    writer = archive.Writer(path)
    writer.add("database", io.BytesIO(b"rows"))
    writer.add("files/default/images/ảnh.png", io.BytesIO(b"picture" * 9))
    writer.finish(FACTS)
    return path


def rewritten(path, change):
    """The same archive with its members passed through `change`."""
    members = {}
    with tarfile.open(path) as tar:
        for entry in tar:
            members[entry.name] = tar.extractfile(entry).read()
    change(members)
    target = path.with_name("changed.tar.gz")
    with tarfile.open(target, "w:gz") as tar:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return target


def test_what_was_packed_comes_out(packed, tmp_path):
    manifest = archive.unpack(packed, tmp_path / "out")
    assert manifest["rows"] == FACTS["rows"]
    assert (tmp_path / "out/files/default/images/ảnh.png").read_bytes()[
        :7
    ] == b"picture"


@pytest.mark.parametrize(
    "change",
    [
        lambda members: members.update(database=b"rowz"),
        lambda members: members.pop("files/default/images/ảnh.png"),
        lambda members: members.update({"files/default/more": b"x"}),
        lambda members: members.pop("manifest.json"),
        lambda members: members.update({"../escaped": b"x"}),
        lambda members: members.update({"/tmp/escaped": b"x"}),
    ],
    ids=["altered", "lost", "added", "unfinished", "upwards", "absolute"],
)
def test_what_was_changed_is_refused(packed, tmp_path, change):
    with pytest.raises(archive.Damaged):
        archive.unpack(rewritten(packed, change), tmp_path / "out")
    assert not (tmp_path / "escaped").exists()


def test_half_an_archive_is_refused(packed, tmp_path):
    packed.write_bytes(packed.read_bytes()[: packed.stat().st_size // 2])
    with pytest.raises(archive.Damaged):
        archive.unpack(packed, tmp_path / "out")


def test_only_its_own_key_opens_it(packed, tmp_path):
    secret, public = encryption.new_key()
    other, _public = encryption.new_key()
    locked, opened = tmp_path / "locked", tmp_path / "opened"
    for key in (secret, public):
        encryption.encrypt(packed, locked, key)
        assert b"picture" not in locked.read_bytes()
        encryption.decrypt(locked, opened, secret)
        assert opened.read_bytes() == packed.read_bytes()
    for wrong in (other, public, "no key"):
        with pytest.raises(encryption.WrongKey):
            encryption.decrypt(locked, opened, wrong)


def test_a_word_that_is_no_key_is_refused_before_anything_is_written(packed, tmp_path):
    with pytest.raises(ImproperlyConfigured):
        encryption.encrypt(packed, tmp_path / "locked", "mật khẩu")
    assert not (tmp_path / "locked").exists()
