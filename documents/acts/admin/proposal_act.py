"""Choosing the act of the library that a proposed change leaves open."""

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

from documents.acts.admin.proposals import obstacle_of, row_of, say_accepted
from documents.acts.proposal_states import Read, proposals_of
from documents.acts.proposals import accept, with_act
from documents.models import RegulationPage


class ActForm(forms.Form):
    """The act that is meant, for one change and for those that name it alike."""

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
    alike = forms.BooleanField(required=False, initial=True)

    def __init__(
        self, *args: Any, one: Read, others: list[Read], draft: RegulationPage, **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self._one, self._draft = one, draft
        self.fields["act"].queryset = RegulationPage.objects.live()
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
        if found and found[0].target.obstacle:
            raise forms.ValidationError(obstacle_of(found[0].target))
        return act


@hooks.register("register_admin_urls")
def proposal_act_urls() -> list:
    address = "van-ban/<int:page_id>/hieu-luc-de-xuat/<slug:key>/"
    return [path(address, proposal_act, name="proposal_act")]


def proposal_act(request: HttpRequest, page_id: int, key: str) -> HttpResponse:
    """A change whose act the text leaves open; with POST, into the one chosen."""
    page = get_object_or_404(RegulationPage, pk=page_id)
    allowed = page.permissions_for_user(request.user)
    if not allowed.can_edit() or page.alias_of_id:
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    read = proposals_of(draft)
    one = next((one for one in read if one.key == key), None)
    if one is None:
        raise Http404
    if not one.wants_act:
        messages.info(request, _("This change has been decided on already."))
        return redirect("effect_proposals", page.pk)
    others = [
        other
        for other in read
        if other.wants_act
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
        act = form.cleaned_data["act"]
        count = accept(page.pk, wanted, request.user, now=timezone.now(), act=act)
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
