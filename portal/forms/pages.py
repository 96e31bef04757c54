"""The form of every page."""

from django.http import QueryDict
from wagtail.admin.forms import WagtailAdminPageForm

from portal.images.alt_check import AltTextFormMixin
from portal.slugs import ascii_slug, free_page_slug


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


class AddressFormMixin:
    """An address left empty is made from the title; marks typed into one are dropped.

    The browser does both while one types. Where its script did not run, the address
    shall not be what keeps a page from being saved.
    """

    slug_from_title = True

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self) -> dict:
        if "slug" in self.cleaned_data:
            self.cleaned_data["slug"] = self._slug(self.cleaned_data["slug"])
        return super().clean()

    def _slug(self, typed: str) -> str:
        if typed and not typed.isascii():
            typed = ascii_slug(typed)
        title = self.cleaned_data.get("title")
        if not (title and self.slug_from_title):
            return typed
        if typed and not self._is_taken_from(title, typed):
            return typed
        return free_page_slug(title, self.parent_page, self.instance)

    def _is_taken_from(self, title: str, typed: str) -> bool:
        """Whether the script made it of a title that another page has already.

        That page may be a draft which nobody but its author has seen.
        """
        if self.parent_page is None or ascii_slug(typed) != ascii_slug(title):
            return False
        siblings = self.parent_page.get_children().exclude(pk=self.instance.pk)
        return siblings.filter(slug=typed).exists()


class PortalPageForm(
    AltTextFormMixin, AddressFormMixin, UntouchedFormMixin, WagtailAdminPageForm
):
    """Saves any draft; publishes only with alt texts; untouched is unchanged."""
