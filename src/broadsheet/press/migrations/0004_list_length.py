from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def count(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    listed = apps.get_model("press", "Listed").objects.values_list("list")
    length = apps.get_model("press", "ListLength")
    length.objects.bulk_create(
        length(list=name, reports=reports)
        for name, reports in listed.annotate(reports=models.Count("pk"))
    )


class Migration(migrations.Migration):
    dependencies = [("press", "0003_change")]

    operations = [
        migrations.CreateModel(
            name="ListLength",
            fields=[
                ("list", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("reports", models.PositiveIntegerField()),
            ],
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
