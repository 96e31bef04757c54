"""What holds people's names is readable by the portal's own account alone."""

import stat

import pytest

pytestmark = pytest.mark.faults


def test_database_and_letters_are_nobody_elses(machine):
    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode)
        for path in machine.folder.iterdir()
    }
    written = {name: mode for name, mode in modes.items() if "sqlite3" in name}
    assert written
    assert {*written.values()} == {0o600}
    assert modes["mail"] == modes["private"] == modes["backups"] == 0o700
