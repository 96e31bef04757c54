"""What is done at a conference's own address besides reading it."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import path


class AttendeeRoutes(models.Model):
    """The registration form below the page."""

    class Meta:
        abstract = True

    @path("dang-ky/", name="register")
    def register(self, request: HttpRequest) -> HttpResponse:
        """One person registers."""
        from events.registration.views.register import (
            register_response,  # it reads the models
        )

        return register_response(self, request)
