"""The addresses of the questions that are no pages of the tree."""

from django.urls import path

from questions.views import ask, receipt, suggestions

urlpatterns = [
    path("hoi-dap/gui/", ask.ask, name="ask"),
    path("hoi-dap/gan-giong.json", suggestions.suggestions, name="question_similar"),
    path("hoi-dap/ma/", receipt.lookup, name="question_lookup"),
    path("hoi-dap/ma/<str:code>/", receipt.receipt, name="question_receipt"),
    path("hoi-dap/ma/<str:code>/rut/", receipt.withdraw, name="question_withdraw"),
]
