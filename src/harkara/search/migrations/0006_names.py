from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0005_lessons'),
    ]

    operations = [
        migrations.CreateModel(
            name='StoryNames',
            fields=[
                ('story', models.BigIntegerField(primary_key=True, serialize=False)),
                ('names', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='FoundName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('persons', models.PositiveIntegerField(default=0)),
                ('places', models.PositiveIntegerField(default=0)),
                ('organisations', models.PositiveIntegerField(default=0)),
                ('stories', models.PositiveIntegerField(default=0)),
                ('weight', models.PositiveIntegerField(default=0)),
                ('examples', models.JSONField(default=list)),
                ('rejected', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [models.Index(fields=['rejected', '-stories', '-weight', 'id'], name='search_most_named_first')],
            },
        ),
    ]
