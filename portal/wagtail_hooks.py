"""What the portal adds to Wagtail."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks

from portal import health_hooks as health  # noqa: F401  registered by import
from portal.errands import hooks as errands  # noqa: F401  registered by import
from portal.forms import slugs, times  # noqa: F401  registered by import
from portal.forms.admin_mail import ask_about_slips
from portal.i18n.wagtail_labels import translate_labels
from portal.links import KnownPageLinkHandler
from portal.mail import wagtail_hooks as mail_hooks  # noqa: F401  registered by import
from portal.mail.names import name_letters
from portal.search import misses_report as search_reports  # noqa: F401  by import
from portal.sign_in import wagtail_hooks as sign_in_hooks  # noqa: F401  by import

translate_labels()
ask_about_slips()
name_letters(
    {
        "portal/follow_confirm": pgettext_lazy("letter", "Confirm a subscription"),
        "portal/news": pgettext_lazy("letter", "What is new of what is followed"),
    }
)


# After Wagtail's own registration of the same link type, which it replaces.
@hooks.register("register_rich_text_features", order=10)
def link_pages_from_what_is_known(features) -> None:
    features.register_link_type(KnownPageLinkHandler)


@hooks.register("register_log_actions")
def demo_loaded_action(actions) -> None:
    """Name, in the site's history, the day the demonstration came in."""
    actions.register_action(
        "portal.demo_loaded", _("Load demonstration"), _("Demonstration loaded")
    )


@hooks.register("insert_global_admin_css")
def admin_colours() -> str:
    return format_html(
        '<link rel="stylesheet" href="{}">', static("portal/admin/admin.css")
    )


@hooks.register("insert_global_admin_js")
def file_sizes() -> str:
    """Every form of the admin may hold a file field, a dialogue's too."""
    address = static("portal/js/files.js")
    return format_html('<script type="module" src="{}"></script>', address)


@hooks.register("insert_editor_js")
def editor_scripts() -> str:
    names = ("editor", "autosave", "chosen-file")
    addresses = ((static(f"portal/admin/{name}.js"),) for name in names)
    scripts = format_html_join("\n", '<script src="{}"></script>', addresses)
    note = _(
        "A table was pasted into a paragraph: its rows are now lines of text. For rows "
        "and columns add the block “Table” and paste it there."
    )
    paste = '{}\n<script src="{}" data-note="{}"></script>'
    return format_html(paste, scripts, static("portal/admin/table-paste.js"), note)
