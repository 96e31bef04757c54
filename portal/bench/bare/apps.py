from django.apps import AppConfig


class BareConfig(AppConfig):
    name = "portal.bench.bare"
    label = "bare"
