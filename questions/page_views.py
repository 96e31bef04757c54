"""What this room shows at the addresses of pages: imported, these register."""

from questions.views import answers, ask  # noqa: F401
