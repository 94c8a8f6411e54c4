"""A wire has as many tokens as it wants, each with what became of it; the one it had stays good."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone


def keep_the_old_ones(apps, schema_editor):
    WireService = apps.get_model("intake", "WireService")
    WireToken = apps.get_model("intake", "WireToken")
    for service in WireService.objects.exclude(token_hash=""):
        WireToken.objects.create(
            service=service, token_hash=service.token_hash, made_at=timezone.now()
        )


class Migration(migrations.Migration):

    dependencies = [
        ("intake", "0004_moving"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WireToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(blank=True, max_length=80, verbose_name="for what")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("made_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("service", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to="intake.wireservice")),
            ],
        ),
        migrations.RunPython(keep_the_old_ones, migrations.RunPython.noop),
        migrations.RemoveField(model_name="wireservice", name="token_hash"),
    ]
