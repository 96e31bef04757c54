"""Who follows acts is now who follows anything: one address, one letter a day."""

from django.db import migrations

KIND = "van-ban"


def move(apps, schema_editor):
    old = apps.get_model("documents", "RegulationSubscription").objects
    subscribers = apps.get_model("portal", "Subscriber").objects
    rows = apps.get_model("portal", "Subscription").objects
    for one in old.order_by("pk").iterator():
        # Its links stand in letters that were sent: the first token stays good.
        subscriber, _new = subscribers.get_or_create(
            email=one.email, defaults={"token": one.token}
        )
        rows.get_or_create(
            subscriber=subscriber,
            kind=KIND,
            key=str(one.regulation_id or ""),
            defaults={
                "requested_at": one.requested_at,
                "confirmed_at": one.confirmed_at,
                "sent_through": one.sent_through,
            },
        )


def move_back(apps, schema_editor):
    old = apps.get_model("documents", "RegulationSubscription").objects
    pages = apps.get_model("documents", "RegulationPage").objects
    known = set(pages.values_list("pk", flat=True))
    rows = apps.get_model("portal", "Subscription").objects.filter(kind=KIND)
    for one in rows.select_related("subscriber").order_by("pk").iterator():
        act = int(one.key) if one.key else None
        if act and act not in known:
            continue
        taken = old.filter(token=one.subscriber.token).exists()
        # Each row had a token of its own; the default draws another.
        token = {} if taken else {"token": one.subscriber.token}
        old.create(
            regulation_id=act,
            email=one.subscriber.email,
            requested_at=one.requested_at,
            confirmed_at=one.confirmed_at,
            sent_through=one.sent_through,
            **token,
        )
    rows.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0008_effects_of_words"),
        ("portal", "0011_subscriptions"),
    ]

    operations = [
        migrations.RunPython(move, move_back),
        migrations.DeleteModel("RegulationSubscription"),
    ]
