from django.core.management.base import BaseCommand
from wagtail.models import Page, Site

from portal.bench.bare.models import BarePage


class Command(BaseCommand):
    help = "Add the bare page, and print the path of the longest article."

    def handle(self, *args, **options) -> None:
        root = Site.objects.get(is_default_site=True).root_page
        if not BarePage.objects.exists():
            root.add_child(instance=BarePage(title="Trang trần", slug="bare"))
        news = Page.objects.get(slug="tin-tuc")
        articles = [page.specific for page in news.get_children().live()]
        longest = max(articles, key=lambda page: len(page.search_text()))
        self.stdout.write(longest.get_url())
