from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0004_no_bookmark")]

    operations = [
        migrations.CreateModel(
            name="Lesson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("student", models.CharField(max_length=20)),
                ("document", models.PositiveBigIntegerField()),
                ("section", models.BigIntegerField()),
                ("belongs", models.BooleanField()),
                ("headline", models.TextField(blank=True)),
                ("standfirst", models.TextField(blank=True)),
                ("body", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("student", "document", "section"),
                        name="search_one_lesson_of_a_section",
                    )
                ],
            },
        ),
    ]
