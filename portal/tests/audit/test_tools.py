"""A tool that is not there says how to get it, and the others go on."""

import pytest

from portal.audit import tools


def test_without_npm_the_way_to_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(tools.shutil, "which", lambda name: None)
    with pytest.raises(tools.Missing, match="apt-get install nodejs npm"):
        tools.install(tmp_path)


def test_without_java_the_way_to_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(tools.shutil, "which", lambda name: None)
    with pytest.raises(tools.Missing, match="default-jre"):
        tools.vnu(tmp_path, {})


def test_a_tool_that_prints_no_answer_is_missing(tmp_path):
    with pytest.raises(tools.Missing, match="does not run"):
        tools.lighthouse(_folder_with(tmp_path, "lighthouse"), "http://x", ["/"])


def _folder_with(folder, name: str):
    program = folder / "node_modules" / ".bin" / name
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    program.chmod(0o755)
    return folder
