"""What every bench prints alike."""


def growth(rows: list[dict], key: str) -> str:
    """How many times the last is the first."""
    return f"{rows[-1][key] / rows[0][key]:8.1f}×"


def target(reached: bool, wanted: object) -> str:
    """What was to be reached, and whether it was missed."""
    return f"  (target {wanted}{'' if reached else ': MISSED'})"
