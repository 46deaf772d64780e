from __future__ import annotations

from typing import Any, TypeVar

from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Site

Setting = TypeVar("Setting", bound=BaseSiteSetting)


def of_the_paper(kind: type[Setting]) -> Setting:
    """The settings of this kind; a newsroom has one site. Where none were set yet, they are made.

    It is one question, as it is asked for every page and of every report that goes out.
    """
    found: Any = kind.base_queryset().filter(site__is_default_site=True).first()
    return found or kind.for_site(Site.objects.get(is_default_site=True))
