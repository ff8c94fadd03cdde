"""Events know when they were published and when readers last saw them change, stamped by the database."""

import django.utils.timezone
from django.db import migrations, models

from events.migrations._stamps import FILL, STAMP


class Migration(migrations.Migration):
    dependencies = [("events", "0003_accepted_sources")]

    operations = [
        migrations.AlterModelOptions(
            name="mention",
            options={"ordering": ["start", "end", "id"], "verbose_name": "mention", "verbose_name_plural": "mentions"},
        ),
        migrations.AlterModelOptions(
            name="timeexpression",
            options={
                "ordering": ["start", "end", "id"],
                "verbose_name": "time expression",
                "verbose_name_plural": "time expressions",
            },
        ),
        migrations.AlterField(
            model_name="event",
            name="updated_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.AddField(
            model_name="event",
            name="published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="published"),
        ),
        FILL,
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("published_at__isnull", False), ("visibility", "published"))
                | (~models.Q(("visibility", "published")) & models.Q(("published_at__isnull", True))),
                name="event_shown_since_published",
            ),
        ),
        STAMP,
    ]
