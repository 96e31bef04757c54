from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0006_initiatives")]

    operations = [
        migrations.RemoveConstraint("ActSubscription", "documents_subscription_once"),
        migrations.RemoveConstraint(
            "ActSubscription", "documents_library_subscription_once"
        ),
        migrations.RenameModel("ActChange", "RegulationChange"),
        migrations.RenameModel("ActSubscription", "RegulationSubscription"),
        migrations.RenameField("RegulationChange", "act", "regulation"),
        migrations.RenameField("RegulationSubscription", "act", "regulation"),
        migrations.RenameField(
            "RegulationSubscription", "told_through", "sent_through"
        ),
        migrations.RenameField("RegulationSubscription", "asked_at", "requested_at"),
        migrations.RenameField("MistakeReport", "act", "regulation"),
        migrations.AddConstraint(
            "RegulationSubscription",
            models.UniqueConstraint(
                fields=["regulation", "email"], name="documents_subscription_once"
            ),
        ),
        migrations.AddConstraint(
            "RegulationSubscription",
            models.UniqueConstraint(
                fields=["email"],
                condition=models.Q(regulation=None),
                name="documents_library_subscription_once",
            ),
        ),
    ]
