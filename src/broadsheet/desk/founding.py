"""An empty database → a newsroom: the front page, the masthead, the policy pages to start from."""

from __future__ import annotations

from importlib.resources import files
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from broadsheet.desk.hand_out_roles import hand_out_roles
from broadsheet.desk.layout import lay_out
from broadsheet.desk.models import FrontPage, Masthead, PolicyPage
from broadsheet.wire.copy import Copy
from broadsheet.wire.read import read_bytes

STARTERS = {
    "standards.md": PolicyPage.Kind.STANDARDS,
    "corrections.md": PolicyPage.Kind.CORRECTIONS,
    "privacy.md": PolicyPage.Kind.PRIVACY,
}


def found(*, name: str, tagline: str = "", imprint: str = "") -> FrontPage:
    """Make the front page and the masthead in the place of what Wagtail starts with."""
    with transaction.atomic():
        root = Page.get_first_root_node()
        for page in root.get_children():
            page.delete()
        root = Page.get_first_root_node()
        front = FrontPage(title=name, slug="home", show_in_menus=True)
        root.add_child(instance=front)
        site, _ = Site.objects.update_or_create(
            is_default_site=True, defaults={"site_name": name, "root_page": front}
        )
        set_address(settings.CONFIG.paper.url)
        hand_out_roles()
        Masthead.objects.update_or_create(
            site=site, defaults={"name": name, "tagline": tagline, "imprint": imprint}
        )
    return front


def set_address(url: str) -> None:
    """Tell Wagtail where readers open the paper."""
    address = urlsplit(url)
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.filter(is_default_site=True).update(hostname=address.hostname, port=port)
    Site.clear_site_root_paths_cache()


def add_starters(front: FrontPage) -> None:
    """The policy pages that a newsroom starts from and makes its own."""
    folder = files("broadsheet.desk") / "starters"
    for file_name, kind in STARTERS.items():
        copy = read_bytes((folder / file_name).read_bytes(), name=file_name)
        add_policy(front, copy, kind)


def add_policy(front: FrontPage, copy: Copy, kind: PolicyPage.Kind) -> PolicyPage:
    body = lay_out(copy.body, lambda _photo: 0).body
    page = PolicyPage(
        title=copy.headline, kind=kind, introduction=copy.standfirst, body=body, live=True
    )
    front.add_child(instance=page)
    page.save_revision().publish()
    return page
