from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from broadsheet.copydesk.models import Checks
from broadsheet.desk.models import Masthead
from broadsheet.desk.of_the_paper import of_the_paper

pytestmark = pytest.mark.usefixtures("newsroom")


def test_settings_that_were_set_are_one_question() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert of_the_paper(Masthead).name == "The Test Courier"
    assert len(asked) == 1


def test_settings_that_never_were_set_are_made_once() -> None:
    Checks.objects.all().delete()
    made = of_the_paper(Checks)
    assert made.site == Site.objects.get(is_default_site=True)
    assert of_the_paper(Checks) == made
