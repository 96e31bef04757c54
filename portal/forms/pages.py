"""The form of every page."""

from django.http import QueryDict
from wagtail.admin.forms import WagtailAdminPageForm

from portal.images.alt_check import AltTextFormMixin


class UntouchedFormMixin:
    """A form sent back as it was shown counts as unchanged.

    Else every approval in a workflow would save a new revision, and its step would
    begin again. Two things made it so. Django compares a field whose default is a
    callable with a hidden copy of its first value, which Wagtail's panels do not
    render. And what programs wrote is compared as it stands, while a browser sends
    lines with CRLF, and a form takes blanks from both ends.
    """

    def __init__(self, data: QueryDict | None = None, *args, **kwargs) -> None:
        super().__init__(_with_newlines(data), *args, **kwargs)
        for form in self._forms():
            form.initial = {
                name: _newlines(value) for name, value in form.initial.items()
            }
            for name, field in form.fields.items():
                field.show_hidden_initial = False
                if getattr(field, "strip", False) and form.initial.get(name):
                    form.initial[name] = field.to_python(form.initial[name])

    def _forms(self):
        yield self
        for formset in self.formsets.values():
            yield from formset.forms


def _newlines(value: object) -> object:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _with_newlines(data: QueryDict | None) -> QueryDict | None:
    if not isinstance(data, QueryDict):
        return data
    copy = data.copy()
    for name, values in data.lists():
        copy.setlist(name, [_newlines(value) for value in values])
    return copy


class PortalPageForm(AltTextFormMixin, UntouchedFormMixin, WagtailAdminPageForm):
    """Saves any draft; publishes only with alt texts; untouched is unchanged."""
