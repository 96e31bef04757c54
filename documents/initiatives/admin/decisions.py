"""The organiser's form for what a unit sent in: look, put right, decide, write."""

import django_filters
from django import forms
from django.contrib import messages
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import Panel
from wagtail.admin.viewsets.model import ModelViewSet

from documents.models.contacts import Contact
from portal.vietnamese import parse_phone

_MOST = 2000


class DecisionForm(WagtailAdminModelForm):
    """A decision, and what is to be written to whoever sent it."""

    contact: type[Contact]
    #: The decision that means: we need to know more.
    asks: str = ""
    has_queued_letter = False

    words = forms.CharField(
        label=_("What to write to them"),
        help_text=_(
            "Goes into the letter that tells of the decision: the question, or the "
            "reason. Nothing of it is published."
        ),
        required=False,
        max_length=_MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @property
    def sender_contact(self) -> Contact | None:
        pk = self.instance.pk
        return self.contact.objects.filter(pk=pk).first() if pk else None

    def check_question(self, decision: str, words: str) -> None:
        """A question needs words, and an e-mail address to send them to."""
        if not self.asks or decision != self.asks:
            return
        contact = self.sender_contact
        if contact is None or not contact.email:
            if words:
                message = _("There is no e-mail address: ask by telephone instead.")
                self.add_error("words", message)
        elif not words:
            self.add_error("words", _("Write what you want to know."))


class ContributionFilterSet(WagtailFilterSet):
    """Finds what somebody sent, when they ask what is kept of them."""

    contact: type[Contact]

    sender = django_filters.CharFilter(
        method="by_sender", label=_("Sender: name, e-mail or telephone")
    )

    def by_sender(self, rows, name: str, value: str):
        value = value.strip()
        phone = parse_phone(value).display
        same = Q(name__icontains=value) | Q(email__iexact=value)
        if phone:
            same |= Q(phone=phone)
        return rows.filter(pk__in=self.contact.objects.filter(same).values("pk"))


class LetterNoticeMixin:
    """Says that a letter went out: the organiser need not wonder."""

    def save_instance(self):
        saved = super().save_instance()
        if self.form.has_queued_letter:
            messages.info(
                self.request, gettext("A letter with the decision is on its way.")
            )
        return saved


class DecisionCreateView(LetterNoticeMixin, ModelViewSet.add_view_class):
    pass


class DecisionEditView(LetterNoticeMixin, ModelViewSet.edit_view_class):
    pass


class ContributionViewSet(ModelViewSet):
    """A list of what came from outside, the newest first, with a decision on each."""

    add_to_admin_menu = True
    copy_view_enabled = False
    add_view_class = DecisionCreateView
    edit_view_class = DecisionEditView
    search_backend_name = None
    ordering = ["-sent_at"]
    list_per_page = 50


class ContactPanel(Panel):
    """Name, e-mail and telephone of whoever wrote, until they are erased."""

    def __init__(self, contact: type[Contact], **kwargs) -> None:
        super().__init__(**kwargs)
        self.contact = contact

    def clone_kwargs(self) -> dict:
        return super().clone_kwargs() | {"contact": self.contact}

    class BoundPanel(Panel.BoundPanel):
        template_name = "documents/admin/contact_panel.html"

        def get_context_data(self, parent_context=None) -> dict:
            pk = self.instance.pk
            found = self.panel.contact.objects.filter(pk=pk).first() if pk else None
            return super().get_context_data(parent_context) | {"contact": found}
