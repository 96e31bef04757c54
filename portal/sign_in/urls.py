"""Addresses under /admin/ that somebody halfway in must reach."""

from django.urls import URLPattern, path
from django.views.generic import RedirectView

from portal.sign_in.views import login, own, passkey, phone, reset, second_step

urlpatterns: list[URLPattern] = [
    path("admin/login/", login.LoginView.as_view(), name="sign_in"),
    path("admin/hai-buoc/", second_step.second_step, name="second_step"),
    path("admin/hai-buoc/dien-thoai/", phone.phone_set_up, name="phone_set_up"),
    path("admin/hai-buoc/khoa/", passkey.passkey_set_up, name="passkey_set_up"),
    path("admin/hai-buoc/cua-toi/", own.own_factors, name="own_factors"),
    path("admin/hai-buoc/<int:pk>/dat-lai/", reset.factor_reset, name="factor_reset"),
    # Private pages have one door with the admin: no other one without the second step.
    path(
        "_util/login/",
        RedirectView.as_view(pattern_name="sign_in", query_string=True),
    ),
]
