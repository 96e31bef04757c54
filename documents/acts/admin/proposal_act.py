"""What the text of a proposed change leaves open: the act that is meant, the day."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import AdminPageChooser

from documents.acts.admin.proposal_rows import day_label, obstacle_of, row_of
from documents.acts.admin.proposals import say_accepted
from documents.acts.proposal_states import Read, proposals_of
from documents.acts.proposal_targets import Obstacle
from documents.acts.proposals import accept, with_act
from documents.models import RegulationPage
from portal.forms.fields import day_field

_YEARS = range(1945, 2201)


class ActForm(forms.Form):
    """The act that is meant, for one change and for those that name it alike, and the
    day of this one; without what the text says itself.
    """

    act = forms.ModelChoiceField(
        label=gettext_lazy("The act that is meant"),
        queryset=RegulationPage.objects.none(),
        widget=AdminPageChooser(target_models=[RegulationPage]),
        error_messages={
            "required": gettext_lazy("Choose the act in the library first."),
            "invalid_choice": gettext_lazy(
                "That is no published act of the library: choose another."
            ),
        },
    )
    day = day_field()
    alike = forms.BooleanField(required=False, initial=True)

    def __init__(
        self, *args: Any, one: Read, others: list[Read], draft: RegulationPage, **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self._one, self._draft = one, draft
        if one.wants_act:
            self.fields["act"].queryset = RegulationPage.objects.live()
        else:
            del self.fields["act"]
        if one.wants_day:
            self.fields["day"].label = day_label(one)
        else:
            del self.fields["day"]
        if others:
            self.fields["alike"].label = ngettext(
                "Also for %(count)s other change of “%(act)s”",
                "Also for %(count)s other changes of “%(act)s”",
                len(others),
            ) % {"count": len(others), "act": _act_name(one)}
        else:
            del self.fields["alike"]

    def clean_act(self) -> RegulationPage:
        act = self.cleaned_data["act"]
        found = with_act([self._one], act, self._draft)
        obstacle = found[0].target.obstacle if found else None
        if obstacle and obstacle is not Obstacle.NO_DAY:
            raise forms.ValidationError(obstacle_of(found[0].target))
        return act

    def clean_day(self) -> date:
        day = self.cleaned_data["day"]
        if day.year not in _YEARS:
            raise forms.ValidationError(_("The year is none of our time: check it."))
        return day


@hooks.register("register_admin_urls")
def proposal_act_urls() -> list:
    address = "van-ban/<int:page_id>/hieu-luc-de-xuat/<slug:key>/"
    return [path(address, proposal_act, name="proposal_act")]


def proposal_act(request: HttpRequest, page_id: int, key: str) -> HttpResponse:
    """A change whose act or day the text leaves open; with POST, with those given."""
    page = get_object_or_404(RegulationPage, pk=page_id)
    allowed = page.permissions_for_user(request.user)
    if not allowed.can_edit() or page.alias_of_id:
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    read = proposals_of(draft)
    one = next((one for one in read if one.key == key), None)
    if one is None:
        raise Http404
    if not (one.wants_act or one.wants_day):
        messages.info(request, _("This change has been decided on already."))
        return redirect("effect_proposals", page.pk)
    others = [
        other
        for other in read
        if one.wants_act
        and other.wants_act
        and other.key != key
        and _act_key(one) == _act_key(other) != ""
    ]
    form = ActForm(request.POST or None, one=one, others=others, draft=draft)
    if request.method == "POST" and allowed.page_locked():
        messages.error(request, _("The page is locked: nothing was changed."))
    elif form.is_valid():
        wanted = [key]
        if form.cleaned_data.get("alike"):
            wanted += [other.key for other in others]
        day = form.cleaned_data.get("day")
        count = accept(
            page.pk,
            wanted,
            request.user,
            now=timezone.now(),
            act=form.cleaned_data.get("act"),
            days={key: day} if day else None,
        )
        if count:
            say_accepted(request, count)
        if left := len(wanted) - count:
            message = ngettext(
                "%(count)s change was left as it is: that act has no such provision.",
                "%(count)s changes were left as they are: that act has no such "
                "provisions.",
                left,
            )
            messages.warning(request, message % {"count": left})
        return redirect("effect_proposals", page.pk)
    context = {
        "act": draft,
        "page_id": page.pk,
        "form": form,
        "row": row_of(one, page.pk),
    }
    return render(request, "documents/admin/proposal_act.html", context)


def _act_key(one: Read) -> str:
    return one.proposal.act.key if one.proposal.act else ""


def _act_name(one: Read) -> str:
    act = one.proposal.act
    return (act.symbol or act.name) if act else ""
