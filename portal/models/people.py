from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from portal import vietnamese
from portal.models.places import Organisation


class Person(index.Indexed, models.Model):
    """Somebody the portal names in public, as speaker or author.

    Title and organisation are today's; an event keeps what they were that day.
    """

    full_name = models.CharField(_("full name"), max_length=120)
    title = models.CharField(_("position"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("organisation"),
    )
    sort_key = models.CharField(max_length=500, editable=False, db_index=True)

    panels = [
        FieldPanel("full_name"),
        FieldPanel("title"),
        FieldPanel("organisation"),
    ]
    search_fields = [
        index.AutocompleteField("full_name"),
        index.AutocompleteField("folded_names"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args, **kwargs) -> None:
        self.full_name = vietnamese.nfc(self.full_name)
        self.sort_key = vietnamese.person_sort_key(self.full_name)
        super().save(*args, **kwargs)

    def folded_names(self) -> str:
        return vietnamese.fold(self.full_name)


# By their names: choosers need the models, which are not loaded yet.
register_snippet(Person, viewset="portal.choosers.PersonViewSet")
