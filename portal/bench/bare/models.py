from wagtail.models import Page


class BarePage(Page):
    """The least a Wagtail page can be: what `make bench` compares ours with."""

    template = "bare/page.html"

    class Meta:
        verbose_name = "bare page"
