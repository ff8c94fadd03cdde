"""What the `extract` command prints of an article."""

import pytest

from events.extraction.engine import extract
from events.extraction.output import extraction_json
from tests.extraction.sentences import PUBLISHED


@pytest.mark.parametrize("name", ["confidence", "salience"])
def test_figures_have_three_decimals(name):
    extraction = extract("The minister resigned on Monday.", published=PUBLISHED, language="en", title="")
    ((event,), (printed,)) = extraction.events, extraction_json(extraction)["events"]
    assert printed[name] == pytest.approx(getattr(event, name), abs=0.0005)
    assert f"{printed[name]:.3f}" == f"{printed[name]:.6f}".removesuffix("000")
