"""Readers' forms: label, hint, error and field in that order, and a summary."""

import re
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.template.loader import render_to_string

from portal.forms.reader import FormProblem, Hinted, ReaderForm
from portal.guard import GuardedForm, filled

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


class VisitForm(ReaderForm):
    short = ("phone",)

    name = forms.CharField(
        label="Họ và tên", widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label="Điện thoại",
        help_text="Để gửi vé",
        min_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    email = forms.EmailField(label="Thư điện tử", required=False)
    group = forms.ChoiceField(
        label="Bạn là",
        widget=forms.RadioSelect,
        choices=[
            ("a", Hinted("Công chức", "")),
            ("b", Hinted("Viên chức", "ví dụ giáo viên")),
        ],
    )
    needs = forms.MultipleChoiceField(
        label="Cần gì",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("x", "Xe lăn"), ("y", "Chữ to")],
    )
    district = forms.ChoiceField(label="Nơi dự", choices=[("1", "Chi Lăng")])
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea)
    agree = forms.BooleanField(label="Tôi đồng ý", help_text="Xóa sau 90 ngày.")
    key = forms.CharField(widget=forms.HiddenInput)


GOOD = {
    "name": "Hoa",
    "phone": "0912345678",
    "group": "a",
    "district": "1",
    "agree": "on",
    "key": "k",
}


def drawn(form: forms.Form, name: str) -> BeautifulSoup:
    html = render_to_string("components/form_field.html", {"field": form[name]})
    return BeautifulSoup(html, "html.parser")


def summary(form: forms.Form) -> BeautifulSoup:
    html = render_to_string("components/form_summary.html", {"form": form})
    return BeautifulSoup(html, "html.parser")


def test_label_hint_error_and_field_come_in_that_order():
    form = VisitForm({**GOOD, "phone": "0912"})
    field = drawn(form, "phone").find(class_="field")
    order = [tag.name for tag in field.find_all(["label", "p", "input"])]
    assert order == ["label", "p", "p", "input"]
    assert "field-error" in field["class"]
    control = field.input
    assert control["aria-invalid"] == "true"
    for described in control["aria-describedby"].split():
        assert field.find(id=described), described
    assert len(control["aria-describedby"].split()) == 2


def test_fields_carry_their_attributes_and_never_the_browsers_own_check():
    form = VisitForm()
    control = drawn(form, "phone").input
    assert control["autocomplete"] == "tel"
    assert control["class"] == ["input", "input--short"]
    everything = "".join(str(drawn(form, name)) for name in form.fields)
    assert not re.search(r"\brequired\b", everything)


def test_what_may_stay_empty_says_so():
    form = VisitForm()
    for name in ("email", "needs", "note"):
        assert "không bắt buộc" in drawn(form, name).text, name
    for name in ("name", "group", "agree"):
        assert "không bắt buộc" not in drawn(form, name).text, name


@pytest.mark.parametrize(("name", "kind"), [("group", "radio"), ("needs", "checkbox")])
def test_choices_are_a_fieldset_with_a_legend_and_a_label_each(name, kind):
    group = drawn(VisitForm(), name).fieldset
    assert group.legend
    for control in group.find_all("input", type=kind):
        assert group.find("label", attrs={"for": control["id"]}).text.strip()


def test_a_choice_may_have_a_hint_of_its_own():
    hints = drawn(VisitForm(), "group").find_all(class_="hint")
    assert [hint.text for hint in hints] == ["ví dụ giáo viên"]


def test_a_hidden_field_is_drawn_bare():
    assert not drawn(VisitForm(), "key").find(class_="field")


def test_the_summary_takes_the_focus_and_leads_to_each_field():
    form = VisitForm({**GOOD, "phone": "", "group": "", "agree": ""})
    box = summary(form).find(class_="error-summary")
    assert box["tabindex"] == "-1"
    assert box.has_attr("autofocus")
    page = "".join(str(drawn(form, name)) for name in form.fields)
    targets = [link["href"].lstrip("#") for link in box.find_all("a")]
    assert len(targets) == 3
    found = BeautifulSoup(page, "html.parser")
    assert all(found.find("input", id=target) for target in targets)
    assert "3" in box.h2.text


def test_there_is_no_summary_before_sending_nor_without_errors():
    assert not summary(VisitForm()).text.strip()
    assert not summary(VisitForm(GOOD)).text.strip()


def test_each_line_of_the_summary_says_which_field_it_is_about():
    form = VisitForm({**GOOD, "name": "", "phone": "0912", "group": "", "agree": ""})
    lines = [problem.message for problem in form.problems]
    assert lines[0] == "Chưa điền: Họ và tên"
    assert lines[1].startswith("Điện thoại: ")
    assert lines[2] == "Chưa chọn: Bạn là"
    assert lines[3] == "Cần đánh dấu ô này."


def test_a_forms_own_words_for_a_missing_answer_stay():
    class OwnWords(ReaderForm):
        name = forms.CharField(error_messages={"required": "Cần họ tên để in vé"})

    assert OwnWords({}).errors["name"] == ["Cần họ tên để in vé"]


def test_an_error_of_a_hidden_field_is_not_lost():
    form = VisitForm({**GOOD, "key": ""})
    assert [problem.field_id for problem in form.problems] == [""]
    assert form.problems[0] == FormProblem("", form.errors["key"][0])


def test_what_was_written_stays_in_the_page_and_is_escaped():
    form = VisitForm({**GOOD, "name": '"><script>', "phone": ""})
    assert drawn(form, "name").input["value"] == '"><script>'


class TooEarlyForm(GuardedForm):
    guard_action = "early"
    name = forms.CharField()


def test_a_refusal_of_the_whole_form_names_no_number_of_fields():
    form = TooEarlyForm({"name": "Hoa"}, now=NOW)
    assert form.only_as_a_whole
    assert not summary(form).find("a")
    assert "1" not in summary(form).h2.text


class TwiceWrongForm(TooEarlyForm):
    phone = forms.CharField()


def test_what_is_wrong_with_the_whole_form_is_said_and_not_counted():
    form = TwiceWrongForm({"name": "Hoa"}, now=NOW)
    assert len(form.problems) == 2
    assert len(summary(form).find_all("li")) == len(form.to_mend) == 1
    assert str(form.non_field_errors()[0]) in summary(form).text
    assert summary(form).h2.text.split()[0] == "1"


def test_the_guards_fields_are_out_of_sight_and_out_of_reach():
    form = TooEarlyForm(now=NOW)
    html = render_to_string("components/form_guard.html", {"form": form})
    page = BeautifulSoup(html, "html.parser")
    trap = page.find("input", attrs={"name": "guard_website"})
    assert trap["tabindex"] == "-1"
    assert trap["autocomplete"] == "off"
    assert trap.find_parent(attrs={"aria-hidden": "true"})
    sent = {tag["name"]: tag.get("value", "") for tag in page.find_all("input")}
    assert set(sent) == set(filled("early", NOW))


def test_the_title_of_a_page_with_errors_begins_with_the_word(rf, db):
    request = rf.get("/")
    good = render_to_string("base.html", {"form": VisitForm(GOOD)}, request)
    bad = render_to_string("base.html", {"form": VisitForm({})}, request)
    assert "<title>Lỗi: " in bad
    assert "Lỗi: " not in good.split("</title>")[0]
