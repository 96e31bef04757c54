"""Who may not do without a second factor: each room says so of its own officials."""

from collections.abc import Callable
from typing import Any

from django.conf import settings

Rule = Callable[[Any], bool]

_rules: list[Rule] = []


def needs_second_factor(rule: Rule) -> Rule:
    """Register a rule: whether a user sees what a stolen password must not open."""
    _rules.append(rule)
    return rule


def is_required(user: Any) -> bool:
    """Whether the user must have one; nobody where `SECOND_FACTOR_REQUIRED` is off."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    return any(rule(user) for rule in _rules)


@needs_second_factor
def administers(user: Any) -> bool:
    """Administrators, and whoever can make somebody one."""
    return user.is_superuser or user.has_perm("portal.change_user")
