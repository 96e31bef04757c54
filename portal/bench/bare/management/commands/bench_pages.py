from django.core.management.base import BaseCommand
from wagtail.models import Page, Site

from portal.bench.bare.models import BarePage


class Command(BaseCommand):
    help = "Add the bare page; print the addresses that are measured."

    def handle(self, *args, **options) -> None:
        root = Site.objects.get(is_default_site=True).root_page
        if not BarePage.objects.exists():
            root.add_child(instance=BarePage(title="Trang trần", slug="bare"))
        news = Page.objects.get(slug="tin-tuc")
        articles = [page.specific for page in news.get_children().live()]
        articles.sort(key=lambda page: len(page.search_text()), reverse=True)
        plain = (page for page in articles if not page.act_citations.exists())
        act = Page.objects.live().get(slug="12-2023-qd-mh")
        conference = Page.objects.live().filter(content_type__model="eventpage").last()
        initiative = Page.objects.live().filter(content_type__model="initiativepage")
        guide = Page.objects.live().filter(content_type__model="guidepage")
        rest = initiative.first(), guide.first()
        for page in (articles[0], next(plain), act, conference, *rest):
            self.stdout.write(page.get_url())
