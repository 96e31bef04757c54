"""Where things happen and who takes part: shared by every room."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from portal import vietnamese


class ValidityQuerySet(models.QuerySet):
    def valid_on(self, day: date):
        """Rows that existed on that day; an open end is unbounded."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day),
            Q(valid_to=None) | Q(valid_to__gte=day),
        )


class TimeBound(models.Model):
    """Something that exists between two days, both included, either unknown."""

    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    objects = ValidityQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from=None)
                | Q(valid_to=None)
                | Q(valid_from__lte=models.F("valid_to")),
                name="%(app_label)s_%(class)s_validity_ordered",
            )
        ]

    validity_panel = MultiFieldPanel(
        [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")])],
        heading=_("Validity"),
    )


class LocalityKind(models.TextChoices):
    PROVINCE = "province", _("Province")
    CITY = "city", _("City")
    DISTRICT = "district", _("District")
    COMMUNE = "commune", _("Commune")
    WARD = "ward", _("Ward")


class Locality(index.Indexed, TimeBound):
    """A territory as it stood between two days: districts ended on 2025-06-30."""

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=LocalityKind)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs to"),
    )
    code = models.CharField(
        _("code"),
        max_length=10,
        blank=True,
        help_text=_("The statistics office's; empty where there is none."),
    )
    successors = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="predecessors",
        verbose_name=_("followed by"),
        help_text=_("The communes and wards that lie there since, as far as known."),
    )
    sort_key = models.CharField(max_length=500, editable=False, db_index=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("parent"),
        FieldPanel("code"),
        TimeBound.validity_panel,
        FieldPanel("successors", widget=forms.CheckboxSelectMultiple),
    ]
    search_fields = [
        index.AutocompleteField("name"),
        index.AutocompleteField("folded_names"),
        index.FilterField("kind"),
    ]

    class Meta(TimeBound.Meta):
        verbose_name = _("locality")
        verbose_name_plural = _("localities")
        ordering = ["sort_key", "kind"]
        constraints = [
            *TimeBound.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "kind", "parent"],
                name="portal_locality_once",
            ),
            # To a database two unknown parents differ: the top needs its own rule.
            models.UniqueConstraint(
                fields=["name", "kind"],
                condition=Q(parent=None),
                name="portal_locality_top_once",
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=~Q(code=""),
                name="portal_locality_code_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"

    def save(self, *args, **kwargs) -> None:
        self.name = vietnamese.nfc(self.name)
        self.sort_key = vietnamese.sort_key(self.name)
        super().save(*args, **kwargs)

    def other_names(self) -> list[str]:
        """Those of the places before and after it, by which it may be looked for."""
        if self.pk is None:
            return []
        near = [*self.predecessors.all(), *self.successors.all()]
        return sorted({place.name for place in near} - {self.name})

    def folded_names(self) -> str:
        """Every name it is found by, without marks."""
        return vietnamese.fold(" ".join((str(self), *self.other_names())))


class Organisation(index.Indexed, TimeBound):
    """An agency, school, clinic or enterprise."""

    name = models.CharField(_("name"), max_length=255)
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs to"),
    )
    locality = models.ForeignKey(
        Locality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("locality"),
    )
    email = models.EmailField(
        _("e-mail"),
        blank=True,
        help_text=_("The office's own address, to which invitations are sent."),
    )
    continued_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="continues",
        verbose_name=_("continued by"),
        help_text=_("Renamed or merged: the unit that took over. Both names find it."),
    )
    sort_key = models.CharField(max_length=1000, editable=False, db_index=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("short_name"),
        FieldPanel("parent"),
        FieldPanel("locality"),
        FieldPanel("email"),
        FieldPanel("continued_by"),
        TimeBound.validity_panel,
    ]
    search_fields = [
        index.AutocompleteField("name"),
        index.AutocompleteField("short_name"),
        index.AutocompleteField("folded_names"),
    ]

    class Meta(TimeBound.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        self.name = vietnamese.nfc(self.name)
        self.sort_key = vietnamese.sort_key(self.name)
        super().save(*args, **kwargs)

    def folded_names(self) -> str:
        return vietnamese.fold(f"{self.name} {self.short_name}")

    def clean(self) -> None:
        super().clean()
        seen, unit = {self.pk}, self.continued_by
        while unit is not None:
            if unit.pk in seen:
                message = _("A unit cannot end up continuing itself.")
                raise ValidationError({"continued_by": message})
            seen.add(unit.pk)
            unit = unit.continued_by


# By their names: choosers need the models, which are not loaded yet.
register_snippet(Locality, viewset="portal.choosers.LocalityViewSet")
register_snippet(Organisation, viewset="portal.choosers.OrganisationViewSet")
