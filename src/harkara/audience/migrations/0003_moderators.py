from django.db import migrations

EDITORS = 'संपादक'
CODENAME = 'moderate_comment'


def let_editors_decide(apps, _schema_editor):
    """Let the editors of a home that was founded earlier decide about comments.

    Django adds the permission itself only when all migrations are done.
    """
    editors = apps.get_model('auth', 'Group').objects.filter(name=EDITORS).first()
    if editors is None:
        return
    kind, _made = apps.get_model('contenttypes', 'ContentType').objects.get_or_create(
        app_label='audience', model='comment'
    )
    may, _made = apps.get_model('auth', 'Permission').objects.get_or_create(
        content_type=kind, codename=CODENAME, defaults={'name': 'Can decide about comments'}
    )
    editors.permissions.add(may)


class Migration(migrations.Migration):

    dependencies = [
        ('audience', '0002_comments'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [migrations.RunPython(let_editors_decide, migrations.RunPython.noop)]
