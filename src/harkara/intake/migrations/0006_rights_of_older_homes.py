"""Editors of a home that was founded before feeds and wires came may look after these too."""

from django.db import migrations

# As founding names them; a group that somebody has renamed is left as it is.
EDITORS = "संपादक"
MODELS = {"feedsubscription": "feed", "wireservice": "wire"}
ACTIONS = ("add", "change", "delete", "view")


def give_rights(apps, schema_editor):
    editors = apps.get_model("auth", "Group").objects.filter(name=EDITORS).first()
    if editors is None:
        return
    # Django makes these rows when all migrations are done: too late to hand them out here.
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    for model, named in MODELS.items():
        kind, _made = ContentType.objects.get_or_create(app_label="intake", model=model)
        for action in ACTIONS:
            right, _made = Permission.objects.get_or_create(
                content_type=kind,
                codename=f"{action}_{model}",
                defaults={"name": f"Can {action} {named}"},
            )
            editors.permissions.add(right)


class Migration(migrations.Migration):

    dependencies = [
        ("intake", "0005_wire_tokens"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
