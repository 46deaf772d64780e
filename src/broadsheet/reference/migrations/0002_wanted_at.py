from django.db import migrations, models
from django.db.models import OuterRef, Subquery
from django.utils import timezone


def as_published(apps, schema_editor):
    """What waits from before was wanted when its report came out."""
    reports = apps.get_model("desk", "ReportPage").objects.filter(pk=OuterRef("pk"))
    published = Subquery(reports.values("first_published_at"))
    wordbooks = apps.get_model("reference", "Wordbook").objects
    wordbooks.filter(report__first_published_at__isnull=False).update(wanted_at=published)


class Migration(migrations.Migration):
    dependencies = [("reference", "0001_initial")]

    operations = [
        migrations.AddField(
            "wordbook", "wanted_at", models.DateTimeField(default=timezone.now)
        ),
        migrations.RunPython(as_published, migrations.RunPython.noop),
        migrations.AlterField(
            "wordbook",
            "made_with",
            models.CharField(blank=True, max_length=120),
        ),
        migrations.AlterField(
            "wordbook",
            "state",
            models.CharField(
                choices=[
                    ("waiting", "waiting"),
                    ("looking", "being looked up"),
                    ("done", "done"),
                    ("failed", "failed"),
                ],
                default="waiting",
                max_length=8,
                verbose_name="state",
            ),
        ),
        migrations.AddIndex(
            "wordbook", models.Index(fields=["state", "wanted_at"], name="wordbook_waiting")
        ),
    ]
