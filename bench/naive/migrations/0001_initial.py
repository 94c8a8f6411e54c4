from django.db import migrations, models
from wagtail.blocks import RichTextBlock
from wagtail.fields import StreamField


class Migration(migrations.Migration):
    initial = True
    dependencies = [("wagtailcore", "__latest__")]

    operations = [
        migrations.CreateModel(
            "PlainStory",
            [
                (
                    "page_ptr",
                    models.OneToOneField(
                        "wagtailcore.Page",
                        models.CASCADE,
                        auto_created=True,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("standfirst", models.TextField(blank=True)),
                ("published_at", models.DateTimeField(null=True)),
                ("body", StreamField([("html", RichTextBlock())])),
            ],
            bases=("wagtailcore.page",),
        )
    ]
