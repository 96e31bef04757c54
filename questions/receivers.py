"""What follows from a day off that comes or goes, and from a published answer."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from events.models import Holiday
from questions import corrections, retention, verbs
from questions.models import AnswerPage


@receiver(post_save, sender=Holiday, dispatch_uid="questions.day_off")
@receiver(post_delete, sender=Holiday, dispatch_uid="questions.day_off_gone")
def set_clocks_by_days_off(**kwargs) -> None:
    verbs.follow_holidays(retention.current_settings())


@receiver(page_published, sender=AnswerPage, dispatch_uid="questions.answer_published")
def tell_asker_of_correction(instance: AnswerPage, **kwargs) -> None:
    corrections.follow_page(instance, now=timezone.now())
