from django.db import migrations

import portal.search.fields
from portal.search import schema


HEAD = ("folded", "exact", "keys", "facets")
WORDS = ("folded", "context", "keys", "body", "facets")


def drop_stored_lexemes(apps, schema_editor) -> None:
    """The indexes of an expression take their place."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER TABLE portal_searchentry "
            "DROP COLUMN IF EXISTS head, DROP COLUMN IF EXISTS words"
        )


def install(apps, schema_editor) -> None:
    """At once: SQLite forgot the triggers with the table that was made anew."""
    schema.install(schema_editor.connection.alias, HEAD, WORDS)


def fill_titles_anew(apps, schema_editor) -> None:
    """Titles are also indexed by how their words begin."""
    if schema_editor.connection.vendor != "sqlite":
        return
    schema_editor.execute("DROP TABLE IF EXISTS portal_search_head")
    install(apps, schema_editor)
    schema_editor.execute(
        "INSERT INTO portal_search_head(rowid, tokens) SELECT id, folded || ' ' || "
        "exact || ' ' || keys || ' ' || facets FROM portal_searchentry WHERE part = 0"
    )


class Migration(migrations.Migration):
    dependencies = [("portal", "0006_search_text")]

    operations = [
        migrations.RunPython(drop_stored_lexemes, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="searchentry",
            name="body",
            field=portal.search.fields.CodedLineField(blank=True),
        ),
        migrations.AlterField(
            model_name="searchentry",
            name="id",
            field=portal.search.fields.EntryKeyField(primary_key=True, serialize=False),
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
        migrations.RunPython(fill_titles_anew, migrations.RunPython.noop),
    ]
