import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0016_certificates")]

    operations = [
        migrations.RenameModel("CertificatePrint", "PaperPrint"),
        migrations.AlterModelOptions(
            name="paperprint",
            options={
                "ordering": ["-pk"],
                "verbose_name": "file to print",
                "verbose_name_plural": "files to print",
            },
        ),
        migrations.AddField(
            model_name="paperprint",
            name="paper",
            field=models.CharField(
                choices=[
                    ("certificates", "Certificates"),
                    ("sign_in", "Sign-in list"),
                    ("badges", "Badges"),
                    ("table_signs", "Table signs"),
                ],
                default="certificates",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="paperprint",
            name="repeated",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="paperprint",
            name="event",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="paper_prints",
                to="events.eventpage",
            ),
        ),
        migrations.AlterField(
            model_name="paperprint",
            name="problem",
            field=models.CharField(
                blank=True,
                choices=[
                    ("no_pdf", "this machine cannot draw PDF files"),
                    ("failed", "the drawing was ended again and again"),
                    ("nobody", "nobody is on it"),
                ],
                max_length=40,
            ),
        ),
    ]
