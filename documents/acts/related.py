"""The acts that stand beside one, and how it acts on them: asked for once per page."""

from documents.law.effects import ReviewState


def own_effects(act) -> list:
    """The rows of what this act does to others, in its own order, without rejected."""
    if not hasattr(act, "_own_effects"):
        rows = act.effects.all()
        act._own_effects = [row for row in rows if row.review != ReviewState.REJECTED]
    return act._own_effects


def related_acts(act) -> dict[int, object]:
    """Published acts it acts on or that act on it, as lists show them, by their key."""
    if not hasattr(act, "_related_acts"):
        keys = {row.target_id for row in own_effects(act)}
        keys |= {
            row.source_id
            for row in act.reaching_effects()
            if row.review != ReviewState.REJECTED
        }
        acts = type(act).objects.for_listing()
        act._related_acts = acts.in_bulk(keys - {None, act.pk})
    return act._related_acts
