from questions.models.pages import AnswerPage, ContactPage, QuestionIndexPage
from questions.models.questions import Question, QuestionAccess
from questions.models.settings import QuestionSettings
from questions.models.topics import QuestionTopic

__all__ = [
    "AnswerPage",
    "ContactPage",
    "Question",
    "QuestionAccess",
    "QuestionIndexPage",
    "QuestionSettings",
    "QuestionTopic",
]
