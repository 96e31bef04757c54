"""What of an initiative no anonymous reader may reach.

Plain rows, never children of the page: a page's children are copied into its
revisions, and its fields into templates, feeds and the index. No accessor leads here
from a page (`related_name="+"`): whoever wants these rows has to import this module,
which only `documents.initiatives.authors` and the guarded admin view do.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class InitiativeAuthor(models.Model):
    """Who made it, with a share; readers see those only who agreed to it."""

    initiative = models.ForeignKey(
        "documents.InitiativePage", models.CASCADE, related_name="+"
    )
    position = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(_("full name"), max_length=120)
    unit_then = models.CharField(_("unit then"), max_length=255, blank=True)
    share = models.DecimalField(
        _("share in percent"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    consent = models.BooleanField(
        _("agrees to be named in public"),
        default=False,
        help_text=_("Without it, neither the name nor the unit is shown anywhere."),
    )
    consented_on = models.DateField(_("agreed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("author of an initiative")
        verbose_name_plural = _("authors of initiatives")
        ordering = ["initiative_id", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(share__gte=0) & Q(share__lte=100),
                name="documents_author_share_is_percent",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AuthorPrivate(models.Model):
    """What the file asks of an author and nobody else is told."""

    author = models.OneToOneField(
        InitiativeAuthor, models.CASCADE, primary_key=True, related_name="+"
    )
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("private data of an author")
        verbose_name_plural = _("private data of authors")

    def __str__(self) -> str:
        return str(self.pk)


class ConfidentialPart(models.Model):
    """What the makers keep to themselves: a recipe, a drawing, a price."""

    initiative = models.OneToOneField(
        "documents.InitiativePage",
        models.CASCADE,
        primary_key=True,
        related_name="+",
    )
    text = models.TextField(_("confidential part"), max_length=20_000, blank=True)
    changed_at = models.DateTimeField(_("changed"), null=True)

    class Meta:
        verbose_name = _("confidential part of an initiative")
        verbose_name_plural = _("confidential parts of initiatives")

    def __str__(self) -> str:
        return str(self.pk)
