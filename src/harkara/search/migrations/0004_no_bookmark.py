from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0003_learned")]

    operations = [migrations.RemoveField(model_name="student", name="before")]
