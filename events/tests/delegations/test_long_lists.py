"""Lists longer than a page takes: answered in bounded size, every error counted."""

import pytest

from events.delegations.listing import LIMITS
from events.tests.delegations.test_review import address, confirm, row, sheet, upload
