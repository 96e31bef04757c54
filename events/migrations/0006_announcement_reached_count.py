from django.db import migrations, models


class Migration(migrations.Migration):
    """Another name in Python; the column stays, so that nothing is written."""

    dependencies = [
        ("events", "0005_data_requests"),
    ]

    operations = [
        migrations.AlterField(
            model_name="announcement",
            name="told",
            field=models.PositiveIntegerField(db_column="told", default=0),
        ),
        migrations.RenameField(
            model_name="announcement",
            old_name="told",
            new_name="reached_count",
        ),
    ]
