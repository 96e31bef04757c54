"""What follows from a day off that comes or goes."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from events.models import Holiday
from questions import retention, verbs


@receiver(post_save, sender=Holiday, dispatch_uid="questions.day_off")
@receiver(post_delete, sender=Holiday, dispatch_uid="questions.day_off_gone")
def set_clocks_by_days_off(**kwargs) -> None:
    verbs.follow_holidays(retention.current_settings())
