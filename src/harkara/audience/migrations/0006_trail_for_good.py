"""The trail can only be added to, whoever asks the database; purged comments do not return."""

from django.db import migrations, models

from harkara.audience.for_good import ForGood

TRAIL = ForGood(
    table='audience_decision',
    name='audience_trail_for_good',
    said='a line of the trail can be added, and not be changed',
)


class Migration(migrations.Migration):

    dependencies = [('audience', '0005_trending')]

    operations = [
        migrations.CreateModel(
            name='PurgedOrigin',
            fields=[('origin', models.CharField(max_length=64, primary_key=True, serialize=False))],
            options={'default_permissions': ()},
        ),
        TRAIL.operation(),
    ]
