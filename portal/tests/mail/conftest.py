"""What tests of letters share."""

from pathlib import Path

import pytest

from portal.tests.mail.letters import FILES


@pytest.fixture
def visit_letter(tmp_path: Path, settings) -> str:
    """The name of a letter's template."""
    folder = tmp_path / "letters" / "email"
    folder.mkdir(parents=True)
    for name, words in FILES.items():
        (folder / name).write_text(words)
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [folder.parent, *engine["DIRS"]]}]
    return "visit"


@pytest.fixture
def server(monkeypatch):
    """Make the mail server fail, or work again with None."""
    backend = "django.core.mail.backends.locmem.EmailBackend.send_messages"

    def set_fault(fault: Exception | None) -> None:
        def refuse(self, messages) -> int:
            raise fault

        monkeypatch.undo()
        if fault:
            monkeypatch.setattr(backend, refuse)

    return set_fault
