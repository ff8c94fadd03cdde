"""Every write to published events makes a new edition."""

from django.db import migrations, models

NEW_EDITION = """
    CREATE FUNCTION newsdesk_new_edition() RETURNS void LANGUAGE sql AS $$
        INSERT INTO events_edition AS edition (id, number)
        VALUES (1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
        ON CONFLICT (id) DO UPDATE SET number = greatest(edition.number + 1, EXCLUDED.number);
    $$;
    SELECT newsdesk_new_edition();
"""
TRIGGER = """
    CREATE FUNCTION newsdesk_edition_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {shown} THEN
            PERFORM newsdesk_new_edition();
        END IF;
        RETURN NULL;
    END $$;
    CREATE TRIGGER edition_{event} AFTER {EVENT} ON events_event REFERENCING {tables}
        FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_edition_{event}();
"""
CAME = "EXISTS (SELECT FROM came WHERE visibility = 'published')"
WENT = "EXISTS (SELECT FROM went WHERE visibility = 'published')"
STATEMENTS = {
    "insert": ("NEW TABLE AS came", CAME),
    "update": ("OLD TABLE AS went NEW TABLE AS came", f"{CAME} OR {WENT}"),
    "delete": ("OLD TABLE AS went", WENT),
}
MAKE = NEW_EDITION + "".join(
    TRIGGER.format(event=event, EVENT=event.upper(), tables=tables, shown=shown)
    for event, (tables, shown) in STATEMENTS.items()
)
DROP = "".join(
    f"DROP TRIGGER edition_{event} ON events_event; DROP FUNCTION newsdesk_edition_{event};" for event in STATEMENTS
)


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0003_shown_place'),
    ]

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.BigIntegerField(help_text='Microseconds since 1970 of the last write, or one more than before.')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='edition_is_one')],
            },
        ),
        migrations.RunSQL(MAKE, DROP + "DROP FUNCTION newsdesk_new_edition;"),
    ]
