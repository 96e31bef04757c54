"""What the portal's own search keeps: one row per piece readers may find."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.snippets.models import register_snippet

from portal.search.fields import CodedLineField, EntryKeyField


class SearchEntry(models.Model):
    """A page, or a part of it, in the words it is found by; none that is not public.

    The key is made by `portal.search.entry_keys`: its order is newest first, so that an
    engine finds the newest without sorting. Which pieces of text an engine indexes is
    told by `portal.search.schema`.
    """

    id = EntryKeyField(primary_key=True)
    # The index follows the tree by signals; a foreign key would only slow it down.
    page = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        db_constraint=False,
        related_name="search_entries",
    )
    part = models.PositiveSmallIntegerField(default=0)
    facets = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=30)
    title = models.TextField()
    url = models.CharField(max_length=700)
    symbol = models.CharField(max_length=100, blank=True)
    dated = models.DateField(null=True)
    is_sample = models.BooleanField(default=False)
    is_file = models.BooleanField(default=False)
    # What the analyser made of it, each a line of tokens.
    folded = models.TextField(blank=True)
    exact = models.TextField(blank=True)
    keys = models.TextField(blank=True)
    context = models.TextField(blank=True)
    # What editors say readers call it, two spaces between phrases.
    asked = models.TextField(blank=True)
    body = CodedLineField(blank=True)

    class Meta:
        default_permissions = ()
        # Counting by facets reads this and not the texts.
        indexes = [models.Index(fields=["id", "page", "facets"], name="search_narrow")]

    def __str__(self) -> str:
        return self.title


class SearchText(models.Model):
    """What an entry says, as it is shown: apart, since ranking never reads it."""

    entry = models.OneToOneField(
        SearchEntry,
        models.CASCADE,
        primary_key=True,
        db_constraint=False,
        related_name="words",
    )
    text = models.TextField(blank=True)
    # Never shown: which marks readers' own phrases have.
    asked_as = models.TextField(blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.text[:80]


class SearchState(models.Model):
    """Which of the two slots readers search, and how far a rebuild has come."""

    slot = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    is_building = models.BooleanField(default=False)
    cursor = models.PositiveIntegerField(default=0)
    # The phrases that were learned from, as a hash.
    phrases = models.CharField(max_length=32, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"slot {self.slot}"

    @classmethod
    def current(cls) -> "SearchState":
        """The one row; a portal that has none yet searches slot 0."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)


class SearchTerm(models.Model):
    """A word of the index, or two that stand side by side in a title, and how often."""

    term = models.CharField(max_length=90, primary_key=True)
    pages = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.term


class SearchPhraseTerm(models.Model):
    """A word of readers' own phrases, or two side by side, and which page it means.

    `weights` is JSON: what it says for each target of `portal.search.phrase_model`.
    """

    term = models.CharField(max_length=90, primary_key=True)
    rarity = models.FloatField()
    weights = models.TextField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.term


@register_snippet
class SearchSynonym(models.Model):
    """Two ways of saying one thing: UBND, ủy ban nhân dân."""

    short = models.CharField(_("abbreviation or word"), max_length=60, unique=True)
    meaning = models.CharField(_("means the same as"), max_length=160)

    panels = [FieldPanel("short"), FieldPanel("meaning")]

    class Meta:
        verbose_name = _("search synonym")
        verbose_name_plural = _("search synonyms")
        ordering = ["short"]

    def __str__(self) -> str:
        return f"{self.short} = {self.meaning}"


@register_snippet
class SearchPromotion(models.Model):
    """A page that editors put on top for certain searches."""

    queries = models.TextField(
        _("searches"),
        help_text=_("One a line. Accents, case and the order of words do not matter."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        related_name="+",
        verbose_name=_("page to show on top"),
    )

    panels = [FieldPanel("queries"), PageChooserPanel("page")]

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.queries.partition("\n")[0][:80]


class SearchMiss(models.Model):
    """A search that found nothing, counted by day; never who asked."""

    day = models.DateField()
    words = models.CharField(max_length=80)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["day", "words"], name="search_miss_once")
        ]

    def __str__(self) -> str:
        return self.words
