from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    label = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        # Only now: they need the models, which are loaded after this module.
        from portal import checks, comparison, kept_connections, signals  # noqa: F401  by import
        from portal.backup import jobs as backup_jobs  # noqa: F401  by import
        from portal.errands import approvals, reasons, service  # noqa: F401
        from portal.guard import jobs as guard_jobs  # noqa: F401  registered by import
        from portal.images import avif
        from portal.images import receivers as image_receivers  # noqa: F401  by import
        from portal.importing import jobs as importing_jobs  # noqa: F401  by import
        from portal.mail import jobs as mail_jobs  # noqa: F401  registered by import
        from portal.page_tree import jobs as page_jobs  # noqa: F401  by import
        from portal.search import jobs as search_jobs  # noqa: F401  by import
        from portal.sign_in import receivers as sign_in_receivers  # noqa: F401  by import
        from portal.subscriptions import jobs as subscription_jobs  # noqa: F401
        from portal.views import pages  # noqa: F401  registered by import
        from portal.work import jobs as work_jobs  # noqa: F401  registered by import

        autodiscover_modules("errands")
        autodiscover_modules("jobs")
        autodiscover_modules("search_entries")
        autodiscover_modules("page_views")
        autodiscover_modules("subscription_kinds")
        avif.use()
        comparison.use()
        reasons.use()
