from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "questions"
    label = "questions"
    verbose_name = _("Questions and answers")

    def ready(self) -> None:
        # They register with models, which exist only now.
        from questions import receivers  # noqa: F401
