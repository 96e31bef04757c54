"""The modules that say what is shown at the addresses of this room's pages."""

from home.views import front, news  # noqa: F401  registered by import
