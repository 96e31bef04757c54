"""The rules run anywhere: no Django, no database, no settings."""

import subprocess
import sys

import pytest

RULES = [
    "portal.vietnamese",
    "portal.listing.facets",
    "portal.listing.choices",
    "documents.law.names",
    "documents.law.symbols",
    "documents.law.citations",
    "documents.law.structure",
    "documents.law.effects",
    "documents.law.amendments",
    "documents.initiatives.lineage",
    "documents.law.shares",
    "documents.law.typed_provisions",
    "documents.law.search_words",
]


@pytest.mark.parametrize("module", RULES)
def test_a_rule_module_needs_no_django(module):
    program = f"import sys, {module}; sys.exit('django' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], check=False)
    assert result.returncode == 0
