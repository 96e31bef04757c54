"""The modules that say what is shown at the addresses of this room's pages."""

from guides.views import forms, guides, open_data  # noqa: F401  registered by import
