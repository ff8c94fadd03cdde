"""Why an article could not be read becomes a code and its values; sentences kept until now stay readable."""

import re

from django.db import migrations, models

#: How each reason was written until now, in the languages in which a worker may have written it.
_SENTENCES = (
    ("too_slow", r"Reading took longer than (?P<seconds>[\d.]+) seconds\."),
    ("too_slow", r"استغرقت القراءة أكثر من (?P<seconds>[\d.]+) ثانية\."),
    ("workers_died", r"Several workers died while reading it\."),
    ("workers_died", r"توقفت عدة عمليات عاملة أثناء قراءته\."),
    ("worker_died", r"the worker died"),
    ("superseded", r"superseded by a newer run"),
    ("no_words", r"The text has no words, so its language cannot be told\."),
    ("unsupported_language", r"The text is in a language that is not supported; supported are (?P<languages>.*)\."),
    ("unsupported_language", r"The language “.*” is not supported; supported are (?P<languages>.*)\."),
    ("bad_publication_date", r"“(?P<date>.*)” is not a publication date \(write 2025-09-01\)\."),
    ("fault", r"(?P<error>\w*(?:Error|Exception|Refused|Timeout|Interrupt)\w*: .*)"),
)
#: How a code is written where codes are not known: as it was before.
_WORDS = {
    "too_slow": "Reading took longer than {seconds} seconds.",
    "workers_died": "Several workers died while reading it.",
    "worker_died": "the worker died",
    "superseded": "superseded by a newer run",
    "no_words": "The text has no words, so its language cannot be told.",
    "unsupported_language": "The text is in a language that is not supported; supported are {languages}.",
    "bad_publication_date": "“{date}” is not a publication date (write 2025-09-01).",
    "fault": "{error}",
    "other": "{words}",
}
_KEPT = (("Article", "failure", "failure_values"), ("ExtractionRun", "error", "error_values"))


def coded(written):
    """Code and values of a sentence; one that is not known is kept as its own words."""
    for code, pattern in _SENTENCES:
        if found := re.fullmatch(pattern, written, re.DOTALL):
            return code, found.groupdict()
    return "other", {"words": written}


def sentence(code, values):
    """As it was written before; a code that is not known, or lacks a value, stands for itself."""
    try:
        return _WORDS[code].format(**values)
    except KeyError:
        return code


def to_codes(apps, schema_editor):
    for model, column, values in _KEPT:
        rows = apps.get_model("events", model).objects
        for pk, written in rows.exclude(**{column: ""}).values_list("pk", column):
            code, named = coded(written)
            rows.filter(pk=pk).update(**{column: code, values: named})


def to_sentences(apps, schema_editor):
    for model, column, values in _KEPT:
        rows = apps.get_model("events", model).objects
        for pk, code, named in rows.exclude(**{column: ""}).values_list("pk", column, values):
            rows.filter(pk=pk).update(**{column: sentence(code, named)[:500]})


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0006_merges'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='failure_values',
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='error_values',
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.RunPython(to_codes, to_sentences),
        migrations.AlterField(
            model_name='article',
            name='failure',
            field=models.CharField(blank=True, editable=False, max_length=40, verbose_name='reason of failure'),
        ),
        migrations.AlterField(
            model_name='extractionrun',
            name='error',
            field=models.CharField(blank=True, max_length=40, verbose_name='error'),
        ),
    ]
