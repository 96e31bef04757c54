"""What this app adds to the admin by Wagtail's hooks."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def demo_loaded_action(actions) -> None:
    """Name, in the site's history, the day the demonstration came in."""
    actions.register_action(
        "portal.demo_loaded", _("Load demonstration"), _("Demonstration loaded")
    )
