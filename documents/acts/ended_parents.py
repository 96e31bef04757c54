"""The verb that lets an act end with the one it implements, as an editor confirms."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from documents.law.effects import EffectKind, ReviewState, Scope
from documents.models import RegulationEffect
from documents.models.dependants import EndedParent


@transaction.atomic
def end_with_parent(case: EndedParent, user: Any) -> bool:
    """Put the effect in the parent's draft; False where it stands there already.

    It counts when the parent is published.
    """
    page = Page.objects.select_for_update().get(pk=case.parent.pk)
    draft = page.get_latest_revision_as_object()
    effects = list(draft.effects.all())
    same = (EffectKind.ENDS_WITH.value, case.act.pk)
    if any((one.kind, one.target_id) == same for one in effects):
        return False
    effects.append(
        RegulationEffect(
            source=draft,
            kind=EffectKind.ENDS_WITH.value,
            target_id=case.act.pk,
            scope=Scope.WHOLE.value,
            effective_on=case.ended_on,
            clause=case.law.clause if case.law else "",
            review=ReviewState.CONFIRMED.value,
            sort_order=len(effects),
        )
    )
    draft.effects = effects
    draft.save_revision(user=user, log_action=True, clean=False)
    return True
