from django.db import models


class SearchEntryQuerySet(models.QuerySet):
    def matching(self, pieces: list[str]):
        """Entries whose folded title and text hold every piece."""
        found = self
        for piece in pieces:
            found = found.filter(folded__contains=piece)
        return found


class SearchEntry(models.Model):
    """One row per page readers may see: what they look for and what they get."""

    page = models.OneToOneField(
        "wagtailcore.Page",
        models.CASCADE,
        primary_key=True,
        related_name="search_entry",
    )
    kind = models.CharField(max_length=60, db_index=True)
    title = models.CharField(max_length=255)
    url = models.CharField(max_length=500)
    text = models.TextField()
    title_folded = models.CharField(max_length=255)
    folded = models.TextField()
    dated = models.DateField(null=True, db_index=True)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-dated", "-pk"]

    def __str__(self) -> str:
        return self.title
