from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0002_sketches")]

    operations = [
        migrations.CreateModel(
            name="LearnedPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("student", models.CharField(max_length=20)),
                (
                    "shelf",
                    models.CharField(
                        choices=[("in_use", "in use"), ("under_way", "under way")], max_length=9
                    ),
                ),
                ("name", models.CharField(max_length=30)),
                ("data", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("student", "shelf", "name"), name="search_part_once_on_a_shelf"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Student",
            fields=[
                ("name", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=0)),
                ("followed", models.BigIntegerField(null=True)),
                ("before", models.BigIntegerField(null=True)),
                ("news", models.PositiveIntegerField(default=0)),
                ("holder", models.CharField(blank=True, max_length=40)),
                ("held_until", models.DateTimeField(null=True)),
            ],
        ),
    ]
