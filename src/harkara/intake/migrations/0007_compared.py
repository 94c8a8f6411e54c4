from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0006_rights_of_older_homes")]

    operations = [
        migrations.AddField("move", "compared", models.BigIntegerField(default=0)),
        migrations.AddField(
            "move", "compared_at", models.DateTimeField(null=True, verbose_name="compared")
        ),
    ]
