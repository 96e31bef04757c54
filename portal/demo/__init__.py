"""The demonstration: what the portal is filled with on its first day.

A room that has something to show has a ``demo`` module with ``load(today=…)``;
``manage.py load_demo`` calls each, the lowest room first. This one fills the
settings that every page shows.
"""

from datetime import date, timedelta

from wagtail.models import Site

from portal.models import BannerLine, SiteSettings

# The accounts of the demonstration and their passwords, under VAR_DIR.
LOGINS = "demo-logins.txt"

GREETING = "Chào bạn! Cổng đang chạy thử với nội dung minh họa."
GREETING_DAYS = 30


def load(*, today: date) -> None:
    """A greeting with its last day. Address, telephone and e-mail stay empty.

    They are not known here, and a made-up number would be dialled by somebody.
    """
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    last_day = today + timedelta(days=GREETING_DAYS)
    settings.banners.add(BannerLine(text=GREETING, starts_on=today, ends_on=last_day))
    settings.save()
