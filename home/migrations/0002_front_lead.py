"""The front page's lead claims no more than is so: in use, not "proven"."""

from django.db import migrations, models

BEFORE = (
    "Tra quy định, đăng ký tập huấn và xem cách làm đã được kiểm chứng "
    "ở trường học, trạm y tế, công sở Lạng Sơn."
)
AFTER = (
    "Tra quy định, đăng ký tập huấn và xem cách làm đang được áp dụng "
    "ở trường học, trạm y tế, công sở Lạng Sơn."
)


def say_what_is_so(apps, schema_editor) -> None:
    """Only where nobody has written a lead of their own."""
    pages = apps.get_model("home", "HomePage").objects
    pages.filter(hero_text=BEFORE).update(hero_text=AFTER)


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="homepage",
            name="hero_text",
            field=models.CharField(
                default=AFTER, max_length=255, verbose_name="line under the headline"
            ),
        ),
        migrations.RunPython(say_what_is_so, migrations.RunPython.noop),
    ]
