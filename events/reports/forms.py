"""The forms around reports: a template sent in, and the three questions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.enums import Usefulness
from events.reports import word
from events.reports.fields import example
from events.reports.papers import FIELDS
from events.reports.word import TemplateProblem
from portal.forms.chosen_files import ChosenFileField
from portal.forms.reader import ReaderForm

LONGEST_REMARK = 500


class TemplateForm(forms.Form):
    """A Word file in place of the portal's template, tried before it is kept."""

    file = ChosenFileField(
        most_bytes=word.MOST_BYTES,
        label=_("Word file (.docx)"),
        error_messages={"required": _("Choose the Word file you have edited.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.doc"}),
    )

    def __init__(self, *args, kind, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > word.MOST_BYTES:
            raise forms.ValidationError(word.too_large())
        self.raw = file.read()
        try:
            word.check(file.name, self.raw, example(FIELDS[self.kind]))
        except TemplateProblem as problem:
            raise forms.ValidationError(problem.message) from problem
        return file


class SurveyForm(ReaderForm):
    """Three questions; the second lists what was on the programme."""

    usefulness = forms.ChoiceField(
        label=_("Can you use what was said in your work?"),
        choices=Usefulness.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the four answers.")},
    )
    parts = forms.MultipleChoiceField(
        label=_("What should be said in more detail?"),
        help_text=_("Several may be chosen."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    remark = forms.CharField(
        label=_("What keeps you from writing an initiative?"),
        help_text=_("Name neither people nor agencies: nobody is to be recognised."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_REMARK,
        required=False,
    )

    def __init__(self, *args, parts: list[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parts"].choices = [(part, part) for part in parts]
        if not parts:
            del self.fields["parts"]
