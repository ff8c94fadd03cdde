from django.db import migrations, models

_FIELD = models.BooleanField(
    default=False, editable=False, help_text="An editor named it: it stays where no text names it any more."
)


def note_who_was_named(apps, schema_editor):
    """Until now only the admin's log knows which names an editor wrote."""
    logged = apps.get_model("admin", "LogEntry").objects.filter(content_type__app_label="events")
    for model in ("actor", "place"):
        ids = logged.filter(content_type__model=model, object_id__regex=r"^\d{1,18}$").values_list("object_id", flat=True)
        apps.get_model("events", model).objects.filter(pk__in=list(ids)).update(named_by_editor=True)


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0004_stamps"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AddField("actor", "named_by_editor", _FIELD),
        migrations.AddField("place", "named_by_editor", _FIELD),
        migrations.RunPython(note_who_was_named, migrations.RunPython.noop),
    ]
