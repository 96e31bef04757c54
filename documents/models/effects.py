"""What one act does to another, with a day, a scope and a review of its own."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from documents.law.effects import EffectKind, ReviewState, Scope
from documents.models.effect_querysets import RegulationEffectQuerySet
from documents.models.fields import ProvisionField
from documents.models.wording import (
    EFFECT_LABELS,
    REVIEW_LABELS,
    SCOPE_LABELS,
    choices_of,
)


class RegulationEffect(Orderable):
    """Entered on the act that causes it; only a confirmed one with a day counts."""

    source = ParentalKey(
        "documents.RegulationPage", on_delete=models.CASCADE, related_name="effects"
    )
    kind = models.CharField(
        _("relation"), max_length=20, choices=choices_of(EFFECT_LABELS)
    )
    target = models.ForeignKey(
        "documents.RegulationPage",
        models.PROTECT,
        related_name="effects_in",
        verbose_name=_("other act"),
    )
    scope = models.CharField(
        _("reaches"),
        max_length=10,
        choices=choices_of(SCOPE_LABELS),
        default=Scope.PART.value,
    )
    provision = ProvisionField(
        _("provision"),
        max_length=120,
        blank=True,
        help_text=_(
            "Its place in the address of the other act: dieu-5-khoan-2, "
            "quy-dinh--dieu-1. Empty when it is not known or is the whole act."
        ),
    )
    effective_on = models.DateField(
        _("counts from"),
        null=True,
        blank=True,
        help_text=_("The day of this change itself. Without a day it changes nothing."),
    )
    until = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_(
            "Of a suspension or a change for a time: the first day it no longer "
            "counts. Of what is put off: the day it begins; empty while no act has "
            "named one. Of a term made longer: the first day no longer in force."
        ),
    )
    clause = models.CharField(
        _("clause"),
        max_length=200,
        blank=True,
        help_text=_("Where this act says so: khoản 2 Điều 1."),
    )
    quote = models.TextField(_("words of the clause"), blank=True)
    phrase = models.CharField(
        _("phrase replaced"),
        max_length=600,
        blank=True,
        help_text=_(
            "Letter for letter. The new wording stands for it; left empty, the phrase "
            "goes."
        ),
    )
    new_text = models.TextField(
        _("new wording"),
        blank=True,
        help_text=_("Exactly as printed. Until it is entered, readers are warned."),
    )
    review = models.CharField(
        _("review"),
        max_length=10,
        choices=choices_of(REVIEW_LABELS),
        default=ReviewState.PROPOSED.value,
        help_text=_("Only confirmed changes count."),
    )

    objects = models.Manager.from_queryset(RegulationEffectQuerySet)()

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("review")]),
        FieldPanel("target"),
        FieldRowPanel(
            [
                FieldPanel("scope"),
                FieldPanel(
                    "provision",
                    help_text=_(
                        "Choose from the list, which has the places of the act chosen "
                        "above, or type: khoản 2 Điều 5. Empty when it is not known or "
                        "is the whole act."
                    ),
                ),
            ]
        ),
        FieldRowPanel([FieldPanel("effective_on"), FieldPanel("until")]),
        FieldPanel("clause"),
        FieldPanel("quote"),
        FieldPanel("phrase"),
        FieldPanel("new_text"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("effect on another act")
        verbose_name_plural = _("effects on other acts")
        indexes = [
            models.Index(
                fields=["target", "review", "effective_on"],
                name="documents_effect_reaching",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "source",
                    "kind",
                    "target",
                    "scope",
                    "provision",
                    "phrase",
                    "effective_on",
                ],
                name="documents_effect_once",
            ),
            models.UniqueConstraint(
                fields=["source", "kind", "target", "scope", "provision", "phrase"],
                condition=Q(effective_on=None),
                name="documents_effect_undated_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"

    def clean(self) -> None:
        super().clean()
        self.provision = self.provision.strip().removeprefix("#")
        if self.provision and self.scope == Scope.WHOLE:
            message = _("A change of the whole act names no provision.")
            raise ValidationError({"provision": message})
        self.phrase = " ".join(self.phrase.split())
        replaces = self.kind == EffectKind.REPLACES_PHRASE
        if replaces and not self.phrase:
            raise ValidationError({"phrase": _("Which phrase is replaced?")})
        if self.phrase and not (replaces or self.kind == EffectKind.CORRECTS):
            message = _("Only an effect that replaces or corrects a phrase names one.")
            raise ValidationError({"phrase": message})
        if self.kind == EffectKind.RENAMES and self.scope == Scope.WHOLE:
            message = _("Whose heading is renamed? Name the provision.")
            raise ValidationError({"scope": message})
        self._check_days()
        if self.provision and self.target_id and not self._is_known():
            message = _("%(act)s has no such place. Look it up in its list.")
            act = {"act": self.target.symbol}
            raise ValidationError({"provision": message % act})

    def _check_days(self) -> None:
        """Refuse what says nothing: half a term, a part put off to no day.

        Of a whole act a law may leave the day to another one.
        """
        is_part = self.scope == Scope.PART
        if self.kind == EffectKind.POSTPONES and is_part and not self.until:
            raise ValidationError({"until": _("On which day does it begin?")})
        of_whole = (EffectKind.EXTENDS, EffectKind.ENDS_WITH)
        if self.kind in of_whole and self.scope != Scope.WHOLE:
            message = _("A term is that of the whole act.")
            raise ValidationError({"scope": message})

    def _is_known(self) -> bool:
        """Whether the other act may have this place.

        An act without text may have any, what is added need not be there yet, and
        what was stored before is left alone.
        """
        if self.kind == EffectKind.SUPPLEMENTS:
            return True
        places = self.target.provisions.all()
        if places.filter(anchor=self.provision).exists() or not places.exists():
            return True
        same = type(self).objects.filter(target_id=self.target_id)
        if self.pk and same.filter(pk=self.pk, provision=self.provision).exists():
            return True
        added = same.filter(kind=EffectKind.SUPPLEMENTS).values_list("provision")
        return any(f"{self.provision}-".startswith(f"{place}-") for (place,) in added)
