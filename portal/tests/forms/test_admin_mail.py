"""An official's slip in an address is asked about on every screen, and may be kept."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from wagtail.users.forms import UserCreationForm

from portal.models import Organisation, SiteSettings

pytestmark = pytest.mark.django_db
SLIP, RIGHT = "vanphong@gmail.con", "vanphong@gmail.com"


@pytest.fixture
def settings_url(admin_client) -> str:
    first = reverse("wagtailsettings:edit", args=["portal", "sitesettings"])
    return admin_client.get(first, follow=True).redirect_chain[-1][0]


def unit(**changed) -> dict[str, str]:
    names = {"portal_name": "Cổng", "unit_name": "Sở Minh họa", "unit_short_name": "Sở"}
    return nested_form_data({**names, "banners": inline_formset([])}) | changed


def test_the_unit_s_address_is_asked_about_once(admin_client, settings_url):
    answer = admin_client.post(settings_url, unit(email=SLIP))
    page = BeautifulSoup(answer.content, "html.parser")
    assert RIGHT in page.text
    asked = page.select_one("[name=email-asked]")["value"]
    assert not SiteSettings.objects.filter(email=SLIP).exists()
    # Without a change the same press keeps it.
    admin_client.post(settings_url, unit(**{"email": SLIP, "email-asked": asked}))
    assert SiteSettings.objects.get().email == SLIP


def test_what_was_kept_before_is_not_asked_about_again(admin_client, settings_url):
    admin_client.post(settings_url, unit(**{"email": SLIP, "email-asked": SLIP}))
    page = BeautifulSoup(admin_client.get(settings_url).content, "html.parser")
    sent = {one["name"]: one["value"] for one in page.select("[name^=email]")}
    admin_client.post(settings_url, unit(phone="0205 3812 222", **sent))
    assert SiteSettings.objects.get().phone == "0205 3812 222"


def test_an_agency_s_address_is_asked_about(admin_client):
    url = reverse(Organisation.snippet_viewset.get_url_name("add"))
    answer = admin_client.post(url, {"name": "Trạm Y tế", "email": SLIP})
    assert RIGHT in answer.content.decode()
    assert not Organisation.objects.filter(name="Trạm Y tế").exists()


def test_the_address_of_a_link_is_asked_about(admin_client):
    url = reverse("wagtailadmin_choose_page_email_link")
    sent = {"email-link-chooser-email_address": SLIP}
    asked = admin_client.post(url, sent).json()
    assert asked["step"] == "email_link"
    assert RIGHT in asked["html"]
    name = "email-link-chooser-email_address-asked"
    assert f'name="{name}"' in asked["html"]
    kept = admin_client.post(url, sent | {name: SLIP}).json()
    assert kept["result"]["url"] == f"mailto:{SLIP}"


def test_a_user_s_address_is_asked_about():
    assert RIGHT in UserCreationForm({"email": SLIP}).errors["email"][0]
    kept = UserCreationForm({"email": SLIP, "email-asked": SLIP})
    assert "email" not in kept.errors
    assert "email" in UserCreationForm({}).errors
