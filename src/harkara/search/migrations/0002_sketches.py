from django.db import migrations, models


class CreateWithoutRowid(migrations.CreateModel):
    """A table that SQLite keeps in its key's own tree: half the size, and one write for a row."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor != "sqlite":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.name)
        if self.allow_migrate_model(schema_editor.connection.alias, model):
            statement, _params = schema_editor.table_sql(model)
            schema_editor.execute(f"{statement} WITHOUT ROWID")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_change_log")]

    operations = [
        migrations.CreateModel(
            name="Sketch",
            fields=[
                ("story", models.BigIntegerField(primary_key=True, serialize=False)),
                ("prints", models.BinaryField()),
            ],
        ),
        CreateWithoutRowid(
            name="Print",
            fields=[
                ("pk", models.CompositePrimaryKey("print", "story", blank=True, editable=False, primary_key=True, serialize=False)),
                ("print", models.BigIntegerField()),
                ("story", models.BigIntegerField()),
            ],
        ),
    ]
