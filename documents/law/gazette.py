"""What is true of the gazette (Công báo) that printed an act. Pure."""

from datetime import date


def is_too_early(printed_on: date | None, signed_on: date | None) -> bool:
    """Whether an issue is said to have printed an act before that was signed.

    Days that are not known contradict nothing.
    """
    return bool(printed_on and signed_on and printed_on < signed_on)
