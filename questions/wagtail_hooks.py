"""What the questions add to the admin: imported, these register."""

from questions.admin import hooks  # noqa: F401
