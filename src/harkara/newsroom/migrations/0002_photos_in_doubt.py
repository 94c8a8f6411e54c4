from django.db import migrations, models


def forget_renditions(apps, schema_editor):
    """Delete the renditions that lie where readers look: they are made again, at the desk's."""
    for rendition in apps.get_model("newsroom", "PhotoRendition").objects.iterator():
        rendition.file.storage.delete(rendition.file.name)
        rendition.delete()


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PhotoInDoubt',
            fields=[
                ('photo_id', models.BigIntegerField(primary_key=True, serialize=False)),
            ],
        ),
        migrations.RunPython(forget_renditions, migrations.RunPython.noop),
    ]
