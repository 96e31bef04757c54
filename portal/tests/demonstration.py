"""A database filled with the demonstration once for all tests of a module."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import transaction
from PIL import Image

from portal.demo.drawings import Drawing


def small_webp(drawing: Drawing) -> bytes:
    """A plain WebP of 32 by 18, in place of a drawing."""
    out = io.BytesIO()
    Image.new("RGB", (32, 18), "#C8D3EC").save(out, "WEBP")
    return out.getvalue()


@contextmanager
def prepared_site(django_db_blocker) -> Iterator[pytest.MonkeyPatch]:
    """An empty portal with small pictures; all that is written is rolled back."""
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(Drawing, "content", small_webp)
        call_command("prepare_site")
        yield patch
        transaction.set_rollback(True)
