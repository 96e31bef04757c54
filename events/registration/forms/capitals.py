"""A name typed in small letters is offered with capitals, and kept as it is meant."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.vietnamese import tidy
from portal.vietnamese.names import with_capitals


class CapitalsMixin:
    """For a form with a field `name`: asks once how it is written, forces nothing.

    The form calls `offer_capitals` when its fields are there; its template shows the
    field `spelling` where `asks_spelling`. A name that is kept so already is not asked
    about again.
    """

    def offer_capitals(self, kept: str = "") -> None:
        """Two spellings of a name typed in small letters, else nothing to choose."""
        given = self.data.get(self.add_prefix("name"), "") if self.is_bound else ""
        typed = tidy(given)
        is_new = typed != kept
        found = (with_capitals(typed), typed) if is_new else (typed,)
        self.spellings: tuple[str, ...] = tuple(dict.fromkeys(found))
        if not self.asks_spelling:
            return
        text = _("Is it written %(name)s? Choose how it is to stand.")
        asked = text % {"name": self.spellings[0]}
        self.fields["spelling"] = forms.ChoiceField(
            label=_("How the name is written"),
            choices=[(one, one) for one in self.spellings],
            widget=forms.RadioSelect,
            error_messages={"required": asked, "invalid_choice": asked},
        )
        self.order_fields(["name", "spelling"])

    @property
    def asks_spelling(self) -> bool:
        """Whether the name was typed in small letters."""
        return len(self.spellings) > 1

    def as_meant(self, name: str) -> str:
        """The spelling that was chosen; as typed where none was, which is an error."""
        chosen = tidy(self.data.get(self.add_prefix("spelling"), ""))
        return chosen if chosen in self.spellings else name
