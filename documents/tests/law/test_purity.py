"""The rules run anywhere: no Django, no database, no settings."""

import subprocess
import sys

import pytest

RULES = [
    "portal.vietnamese",
    "documents.abbreviations",
    "documents.symbols",
    "documents.citations",
    "documents.structure",
    "documents.effects",
    "documents.showcase.asked",
    "documents.showcase.facets",
    "documents.showcase.lineage",
    "documents.showcase.shares",
    "documents.showcase.words",
]


@pytest.mark.parametrize("module", RULES)
def test_a_rule_module_needs_no_django(module):
    program = f"import sys, {module}; sys.exit('django' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], check=False)
    assert result.returncode == 0
