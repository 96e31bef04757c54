from django.db import models
from wagtail.models import Page


class BarePage(Page):
    """The least a Wagtail page can be: what `make bench` compares ours with."""

    template = "bare/page.html"

    class Meta:
        verbose_name = "bare page"


class BareRow(models.Model):
    """The least a registration can be: what `make bench` compares ours with."""

    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=20)

    def __str__(self) -> str:
        return str(self.pk)
