"""An address with a slip is asked about once, wherever one is asked for."""

import pytest
from django import forms

from portal.forms.mail_fields import ContactField, MailField
from portal.forms.reader import ReaderForm


class ExampleForm(forms.Form):
    email = MailField(label="Thư điện tử", required=False)
    contact = ContactField(label="Liên hệ", required=False)


@pytest.mark.parametrize("name", ["email", "contact"])
def test_a_slip_is_asked_about_once_and_then_taken(name):
    sent = {name: " mai@gmail.con "}
    asked = ExampleForm(sent)
    assert "mai@gmail.com" in asked.errors[name][0]
    drawn = str(asked[name])
    assert f'name="{name}-asked"' in drawn
    again = ExampleForm(sent | {f"{name}-asked": "mai@gmail.con"})
    assert again.is_valid()
    assert again.cleaned_data[name] == "mai@gmail.con"


def test_another_slip_is_asked_about_anew():
    form = ExampleForm({"email": "mai@gmai.com", "email-asked": "mai@gmail.con"})
    assert "mai@gmail.com" in form.errors["email"][0]


def test_an_address_without_a_slip_and_a_number_are_taken_as_they_are():
    form = ExampleForm({"email": "mai@gmail.com", "contact": "0912 345 678"})
    assert form.is_valid()
    assert "-asked" not in form.as_p()


def test_what_is_pasted_with_signs_that_print_no_ink_is_an_address():
    form = ExampleForm({"email": "mai@gmail.com\u200b\u00a0"})
    assert form.is_valid()
    assert form.cleaned_data["email"] == "mai@gmail.com"


def test_no_browser_cuts_an_address_short():
    assert "maxlength" not in str(ExampleForm()["email"])


def test_nonsense_in_the_hidden_field_is_drawn_as_text():
    drawn = str(ExampleForm({"email": '"><b>@gmail.con'})["email"])
    assert "<b>" not in drawn


class OtherForm(ReaderForm):
    email = MailField(label="Thư điện tử", required=False)
    name = forms.CharField(label="Tên")


def test_it_is_asked_again_while_something_else_is_wrong():
    sent = {"email": "mai@gmial.com", "email-asked": "mai@gmial.com"}
    form = OtherForm(sent)
    assert "mai@gmail.com" in form.errors["email"][0]
    assert OtherForm(sent | {"name": "Mai"}).is_valid()
