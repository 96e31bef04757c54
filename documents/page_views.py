"""What this room shows at the addresses of pages."""

from documents.citing import hooks  # noqa: F401  registers by import
