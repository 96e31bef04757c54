"""What this room shows at the addresses of pages."""

from documents.citing import hooks  # noqa: F401  registers by import
from documents.initiatives.views import (  # noqa: F401
    initiative,
    needs,
    replications,
    showcase,
    submissions,
)
