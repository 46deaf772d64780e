import secrets

from django.db import migrations, models

import broadsheet.readers.models


def give_handles(apps, schema_editor):
    Account = apps.get_model("readers", "Account")
    for account in Account.objects.filter(handle="").only("pk"):
        account.handle = secrets.token_urlsafe(24)
        account.save(update_fields=["handle"])


class Migration(migrations.Migration):
    dependencies = [("readers", "0001_initial")]

    operations = [
        migrations.AlterModelManagers(
            name="account", managers=[("objects", broadsheet.readers.models.AccountManager())]
        ),
        migrations.AddField(
            model_name="account",
            name="display_name",
            field=models.CharField(blank=True, max_length=120, verbose_name="display name"),
        ),
        migrations.AddField(
            model_name="account",
            name="name_key",
            field=models.CharField(editable=False, max_length=240, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="account",
            name="leaves_at",
            field=models.DateTimeField(
                blank=True, db_index=True, editable=False, null=True, verbose_name="leaves at"
            ),
        ),
        # Every account needs a handle of its own before the column can be unique.
        migrations.AddField(
            model_name="account",
            name="handle",
            field=models.CharField(default="", editable=False, max_length=64),
        ),
        migrations.RunPython(give_handles, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="account",
            name="handle",
            field=models.CharField(
                default=broadsheet.readers.models.new_handle,
                editable=False,
                max_length=64,
                unique=True,
            ),
        ),
    ]
