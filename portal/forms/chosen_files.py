"""A file that a form takes: how large it may be, and that it has to be chosen again."""

from django import forms
from django.forms.utils import ErrorList
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext

MEGABYTE = 1024 * 1024


class ChosenFile(forms.BoundField):
    """Of a form sent back the field says that its file is gone.

    No browser fills in a file again, whatever the form was sent back for. Where the
    file itself is at fault, that is said instead.
    """

    @property
    def errors(self) -> ErrorList:
        found = super().errors
        if found or not self.form.errors or not self.data:
            return found
        return self.form.error_class([gettext("Choose the file again.")])


class ChosenFileField(forms.FileField):
    """Its hint says the limit; `files.js` looks at the size before anything is sent.

    The size is refused by whoever reads the file: a script can be left out.
    """

    def __init__(self, *, most_bytes: int = 0, **options) -> None:
        super().__init__(**options)
        self._kinds = self.help_text
        if most_bytes:
            self.allow(most_bytes)

    def allow(self, most_bytes: int) -> None:
        """Say that at most so many bytes are taken, in whole megabytes."""
        self.help_text = hint(self._kinds, most_bytes)
        self.widget.attrs |= size_checked(most_bytes)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> ChosenFile:
        return ChosenFile(form, self, field_name)


def hint(kinds: str | Promise, most_bytes: int) -> str:
    """What is taken, and how much of it at most; lazily, in whole megabytes."""
    return _with_limit(kinds, most_bytes // MEGABYTE)


def size_checked(most_bytes: int) -> dict[str, str]:
    """What a file field's widget says to `files.js`, in any form."""
    return {
        "data-most-bytes": str(most_bytes),
        "data-too-large": _too_large(most_bytes // MEGABYTE),
    }


def _hint(kinds: str | Promise, limit: int) -> str:
    words = gettext("At most %(limit)d MB.") % {"limit": limit}
    return f"{kinds} {words}".strip()


def _refusal(limit: int) -> str:
    """For the script, which puts the size in."""
    return gettext(
        "This file has %(size)s MB and at most %(limit)d MB are taken: it was not "
        "chosen. Make it smaller, or choose another."
    ) % {"size": "%s", "limit": limit}


_with_limit = lazy(_hint, str)
_too_large = lazy(_refusal, str)
