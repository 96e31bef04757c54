"""What the day adds to the admin: its addresses."""

from wagtail import hooks

from events.checkin.admin_urls import urlpatterns


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return urlpatterns
