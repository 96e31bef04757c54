"""The library in the admin: imported, these register."""

from documents.acts.admin import (  # noqa: F401
    deletion_guard,
    listing,
    notes,
    provisions,
)
from documents.initiatives.admin import hooks as initiatives  # noqa: F401
from documents.originals import hooks as originals  # noqa: F401
