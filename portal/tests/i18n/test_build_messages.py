"""Compiled words are spoken at once, in the process that compiled them."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.translation import gettext
from django.utils.translation.reloader import translation_file_changed


@pytest.fixture
def folder(tmp_path, settings):
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, tmp_path]
    yield tmp_path
    translation_file_changed(None, Path("django.mo"))


def test_the_first_start_speaks_vietnamese(folder):
    word = "A word no other catalogue has"
    assert gettext(word) == word
    catalogue = folder / "vi" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgid "{word}"\nmsgstr "Một từ"\n',
        encoding="utf-8",
    )
    call_command("build_messages", verbosity=0)
    assert gettext(word) == "Một từ"
