"""As served locally, plus the yardsticks of `make bench`."""

from portal.settings.local import *  # noqa: F403
from portal.settings.local import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "portal.bench.bare"]
ROOT_URLCONF = "portal.bench.bare.urls"
