"""The trail can only be added to, whoever asks the database; purged comments do not return."""

from django.db import migrations, models

SQLITE = """
CREATE TRIGGER audience_trail_for_good BEFORE UPDATE ON audience_decision
BEGIN
    SELECT RAISE(ABORT, 'a line of the trail can be added, and not be changed');
END
"""
POSTGRESQL = """
CREATE FUNCTION audience_trail_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a line of the trail can be added, and not be changed'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER audience_trail_for_good BEFORE UPDATE ON audience_decision
    FOR EACH ROW EXECUTE FUNCTION audience_trail_for_good()
"""


def forbid(_apps, schema_editor):
    """Let the database itself refuse to change a line."""
    # At once, and not after what this migration changes: a trigger goes when SQLite makes a table anew.
    vendor = schema_editor.connection.vendor
    schema_editor.execute(POSTGRESQL if vendor == 'postgresql' else SQLITE)


def allow(_apps, schema_editor):
    """Take the refusal away again."""
    if schema_editor.connection.vendor == 'postgresql':
        schema_editor.execute('DROP TRIGGER audience_trail_for_good ON audience_decision')
        schema_editor.execute('DROP FUNCTION audience_trail_for_good()')
    else:
        schema_editor.execute('DROP TRIGGER audience_trail_for_good')


class Migration(migrations.Migration):

    dependencies = [('audience', '0005_trending')]

    operations = [
        migrations.CreateModel(
            name='PurgedOrigin',
            fields=[('origin', models.CharField(max_length=64, primary_key=True, serialize=False))],
            options={'default_permissions': ()},
        ),
        migrations.RunPython(forbid, allow),
    ]
