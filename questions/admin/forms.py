"""What an official writes: who handles it, the answer, the words to publish."""

from django import forms
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text import get_rich_text_editor_widget

from portal.blocks import RICH_TEXT
from portal.forms.fields import LineField, whole
from portal.models import User
from questions import workload
from questions.models import QuestionTopic


def officials():
    """Who may answer questions: by their groups, by themselves, or as administrator."""
    app, _dot, codename = workload.ANSWER.partition(".")
    right = Permission.objects.filter(content_type__app_label=app, codename=codename)
    holds = (
        Q(groups__permissions__in=right)
        | Q(user_permissions__in=right)
        | Q(is_superuser=True)
    )
    found = User.objects.filter(holds, is_active=True)
    return found.distinct().order_by("last_name", "first_name", "username")


class OfficialField(forms.ModelChoiceField):
    def label_from_instance(self, user) -> str:
        return user.get_full_name() or user.get_username()


class AssignmentForm(forms.Form):
    assigned_to = OfficialField(
        officials(),
        label=_("Handled by"),
        required=False,
        empty_label=_("Nobody"),
    )


class AnswerForm(forms.Form):
    """A draft may be empty; an answer needs both parts."""

    topic = forms.ModelChoiceField(
        QuestionTopic.objects.all(), label=_("Topic of questions"), required=False
    )
    short_answer = whole(
        LineField(
            most=300,
            label=_("Short answer"),
            required=False,
            help_text=_("At most 40 words; what most people need."),
        )
    )
    words = forms.CharField(
        label=_("Why, what to do, legal basis"),
        required=False,
        help_text=_(
            "Numbers of acts become links with their state by themselves: "
            "36/2018/QĐ-UBND."
        ),
        widget=get_rich_text_editor_widget("default", features=RICH_TEXT),
    )

    def __init__(self, *args, is_final: bool = False, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.is_final = is_final

    def clean(self) -> dict:
        super().clean()
        said = self.cleaned_data
        if self.is_final and not said.get("short_answer", "x"):
            self.add_error("short_answer", _("Write the short answer."))
        if self.is_final and not strip_tags(said.get("words") or "").strip():
            self.add_error("words", _("Write the answer."))
        return said


class CorrectionForm(AnswerForm):
    """The words anew; the topic stays as it was chosen."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, is_final=True, **kwargs)
        del self.fields["topic"]


class PublishForm(forms.Form):
    wording = whole(
        LineField(
            most=200,
            label=_("The question as readers see it"),
            help_text=_(
                "The asker's own words, cut to one question; no name, place or number "
                "that tells who asked."
            ),
            error_messages={"required": _("Write the question as readers see it.")},
        )
    )
    answered_by = LineField(
        most=200,
        label=_("Answered by"),
        required=False,
        help_text=_("The division or unit, as readers see it."),
    )


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Full name"), required=False, max_length=120)
    contact = forms.CharField(
        label=_("Telephone or e-mail"), required=False, max_length=254
    )

    def clean(self) -> dict:
        super().clean()
        said = self.cleaned_data
        if not any(said.get(name, "").strip() for name in ("name", "contact")):
            raise ValidationError(_("Write a name, a telephone number or an e-mail."))
        return said
