"""SQLite enters a row in its index of words anew only where words of it were set.

As Wagtail made it, the trigger did so whatever was set, and the length of a title is set of many
rows that nobody searches anew.
"""

from django.db import migrations

_TRIGGER = """
    CREATE TRIGGER update_wagtailsearch_indexentry_fts AFTER UPDATE {of}
    ON wagtailsearch_indexentry BEGIN
        UPDATE wagtailsearch_indexentry_fts
        SET title=NEW.title, body=NEW.body, autocomplete=NEW.autocomplete WHERE rowid=NEW.id;
    END
"""
_DROP = "DROP TRIGGER update_wagtailsearch_indexentry_fts"


def only_where_words_are_set(apps, schema_editor):
    _replace(schema_editor, "OF title, body, autocomplete")


def whatever_is_set(apps, schema_editor):
    _replace(schema_editor, "")


def _replace(schema_editor, of):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(_DROP)
        schema_editor.execute(_TRIGGER.format(of=of))


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0014_assignments"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [
        migrations.RunPython(only_where_words_are_set, whatever_is_set, elidable=False),
    ]
