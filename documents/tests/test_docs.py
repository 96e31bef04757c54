"""The guide to the library names tests that exist."""

import re

from django.conf import settings

NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


def test_every_test_the_guide_names_is_there():
    guide = (settings.BASE_DIR / "docs" / "library.md").read_text("utf-8")
    named = NAMED.findall(guide)
    assert len(named) > 20
    for file, test in named:
        folder = "" if file.startswith(("home/", "portal/")) else "documents/tests/"
        source = (settings.BASE_DIR / f"{folder}{file}").read_text("utf-8")
        assert f"def {test}(" in source, (file, test)
