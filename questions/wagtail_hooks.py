"""What the questions add to the admin: imported, these register."""

from django.utils.translation import pgettext_lazy

from portal.mail.names import name_letters
from questions.admin import hooks  # noqa: F401

name_letters(
    {
        "questions/answered": pgettext_lazy("letter", "Question answered"),
        "questions/corrected": pgettext_lazy("letter", "Answer corrected"),
        "questions/office": pgettext_lazy("letter", "Question from a reader"),
        "questions/received": pgettext_lazy("letter", "Question received"),
    }
)
