"""``--only-if-empty``: the example is not loaded among a newsroom's own articles."""

import pytest
from django.core.management import call_command

from events.models import Article
from tests import factories

pytestmark = pytest.mark.django_db


def test_example_is_not_loaded_where_there_are_articles(capsys):
    factories.an_event(title="Ministers sign the water treaty", edtf="2025-01")
    before = set(Article.objects.values_list("pk", flat=True))
    call_command("load_example", only_if_empty=True)
    assert set(Article.objects.values_list("pk", flat=True)) == before
    assert "stays away" in capsys.readouterr().out
