from django.core.management.base import BaseCommand

from home.setup import prepare_site


class Command(BaseCommand):
    help = "Make the page tree, shared lists, groups and workflow where missing."

    def handle(self, *args, **options) -> None:
        prepare_site()
