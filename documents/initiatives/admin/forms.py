"""Authors with their shares, and the confidential part: never a part of the page."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from documents.initiatives.authors import AuthorFacts, check_shares
from documents.models.private import AuthorPrivate, ConfidentialPart, InitiativeAuthor


class AuthorForm(forms.Form):
    """One author; a row left empty is none."""

    name = forms.CharField(label=_("Full name"), max_length=120)
    unit_then = forms.CharField(label=_("Unit then"), max_length=255, required=False)
    share = forms.DecimalField(
        label=_("Share in percent"),
        max_digits=5,
        decimal_places=2,
        min_value=Decimal("0.01"),
        max_value=100,
        localize=True,
    )
    consent = forms.BooleanField(
        label=_("Agrees to be named in public"),
        required=False,
        help_text=_("Without it, neither the name nor the unit is shown anywhere."),
    )
    consented_on = forms.DateField(label=_("Agreed on"), required=False)
    birth_date = forms.DateField(label=_("Date of birth"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)

    @property
    def facts(self) -> AuthorFacts:
        names = AuthorFacts.__dataclass_fields__
        return AuthorFacts(**{name: self.cleaned_data[name] for name in names})


class BaseAuthorFormSet(forms.BaseFormSet):
    def clean(self) -> None:
        if any(self.errors):
            return
        try:
            check_shares(author.share for author in self.authors)
        except ValidationError as error:
            raise ValidationError(error.messages) from error

    @property
    def authors(self) -> list[AuthorFacts]:
        return [
            form.facts
            for form in self.forms
            if form.cleaned_data.get("name") and not form.cleaned_data.get("DELETE")
        ]


AuthorFormSet = forms.formset_factory(
    AuthorForm, BaseAuthorFormSet, extra=3, max_num=30, can_delete=True
)


class ConfidentialForm(forms.Form):
    text = forms.CharField(
        label=_("Confidential part"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("What the makers keep to themselves. No reader ever sees it."),
    )


def stored(initiative_id: int) -> tuple[list[dict], str]:
    """What the forms begin with; three queries."""
    authors = list(InitiativeAuthor.objects.filter(initiative_id=initiative_id))
    private = AuthorPrivate.objects.in_bulk([author.pk for author in authors])
    rows = [
        {
            "name": author.name,
            "unit_then": author.unit_then,
            "share": author.share,
            "consent": author.consent,
            "consented_on": author.consented_on,
            "birth_date": getattr(private.get(author.pk), "birth_date", None),
            "phone": getattr(private.get(author.pk), "phone", ""),
        }
        for author in authors
    ]
    part = ConfidentialPart.objects.filter(pk=initiative_id).first()
    return rows, part.text if part else ""
