"""Content Security Policy: nothing but our own files, for readers."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send the readers' strict policy, and a wider one to the editors' screens.

    Wagtail's admin sets styles from script and previews pages in a frame; its
    needs must not widen what a reader's browser will run.
    """

    @cached_property
    def admin_root(self) -> str:
        return reverse("wagtailadmin_home")

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        if request.path.startswith(self.admin_root):
            response._csp_update = settings.ADMIN_CONTENT_SECURITY_POLICY
        return super().process_response(request, response)
