"""Two readers in Chromium: one with a passkey, one without scripts who comes by way of Google."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import oidc_provider_mock
import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.providers.google import views as google
from axe_playwright_python.base import AXE_SCRIPT
from django.core import mail
from playwright.sync_api import Browser, Page, expect

from broadsheet.config import Config
from broadsheet.readers.models import Account
from broadsheet.readers.oauth import believing_adapter
from tests.chromium import PATIENCE_MS
from tests.readers.making import make_reader, sent_code, with_settings
from tests.readers.serving import served

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def paper(newsroom: Config) -> Iterator[str]:
    mail.outbox = []
    with served() as address, with_settings(newsroom, url=address, mail_host="smtp.example"):
        yield address


def found_by_axe(page: Page) -> list[str]:
    page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate(
        "values => axe.run({ runOnly: { type: 'tag', values } })", RULES
    )
    return [
        f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]
    ]


def test_a_reader_with_a_passkey_comes_goes_and_changes_their_mind(
    chromium: Browser, paper: str
) -> None:
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    # A new reader makes a passkey, and is asked for a name on the way to where they wanted to be.
    page.goto(f"{paper}/reader/sign-in/?next=/reader/leave/")
    assert found_by_axe(page) == []
    page.get_by_role("button", name="Make a passkey and come in").click()
    page.get_by_label("Your name here").fill("Mina Bell")
    assert found_by_axe(page) == []
    page.get_by_role("button", name="Take this name").click()
    expect(page).to_have_url(f"{paper}/reader/leave/")

    # They ask to leave, go, come again by the passkey, and stay.
    assert found_by_axe(page) == []
    page.get_by_role("button", name="Delete my account in a day").click()
    expect(page.get_by_text("Your account will be deleted at")).to_be_visible()
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url(f"{paper}/")
    page.goto(f"{paper}/reader/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(f"{paper}/reader/")
    page.get_by_role("button", name="Keep my account").click()
    expect(page.get_by_text("Your account stays")).to_be_visible()
    account = Account.objects.get()
    assert (account.display_name, account.leaves_at) == ("Mina Bell", None)

    # The passkey is the only way in until there is an address besides.
    assert page.get_by_role("button", name="Remove").count() == 0
    page.get_by_label("An e-mail address").fill("mina@post.example")
    page.get_by_role("button", name="Send a code there").click()
    assert found_by_axe(page) == []
    page.get_by_label("The code from the mail").fill(sent_code())
    page.get_by_role("button", name="Add this address").click()
    expect(page.get_by_role("button", name="Remove mina@post.example")).to_be_visible()
    assert found_by_axe(page) == []

    # A second passkey on the same device is refused by the browser, and the page says so.
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_text("No passkey was used.")).to_be_visible()
    page.get_by_role("button", name="Remove passkey").click()
    expect(page.get_by_text("That way in is gone")).to_be_visible()
    assert not Authenticator.objects.exists()

    # What the device still holds opens nothing.
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url(f"{paper}/")
    page.goto(f"{paper}/reader/sign-in/")
    faults.clear()
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("That passkey is not known here.")).to_be_visible()
    assert [one for one in faults if "422" not in one] == []
    context.close()


# The provider that stands in for Google is behind its own library; that is none of our business.
@pytest.mark.filterwarnings("ignore:::authlib", "ignore:::oidc_provider_mock")
def test_a_reader_without_scripts_comes_by_way_of_google_and_by_a_code(
    chromium: Browser, newsroom: Config, paper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = make_reader("Mina Bell", "mina@gmail.com")
    mina = oidc_provider_mock.User(
        sub="108", claims={"email": "mina@gmail.com", "email_verified": True, "name": "Mina Bell"}
    )
    with (
        oidc_provider_mock.run_server_in_thread(user_claims=[mina]) as provider,
        with_settings(
            newsroom,
            url=paper,
            mail_host="smtp.example",
            google_id="the-paper",
            google_secret="kept",
        ),
    ):
        there = f"http://localhost:{provider.server_port}"
        adapter = believing_adapter("google")
        monkeypatch.setattr(adapter, "authorize_url", f"{there}/oauth2/authorize")
        monkeypatch.setattr(adapter, "access_token_url", f"{there}/oauth2/token")
        monkeypatch.setattr(google, "ID_TOKEN_ISSUER", there)
        context = chromium.new_context(java_script_enabled=False)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()

        page.goto(f"{paper}/reader/sign-in/?next=/reader/name/")
        expect(page.get_by_role("button", name="passkey")).to_have_count(0)
        page.get_by_role("button", name="Continue with Google").click()
        page.get_by_role("button", name="108").click()
        expect(page).to_have_url(f"{paper}/reader/name/")
        page.goto(f"{paper}/reader/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Mina Bell")
        assert Account.objects.get() == owner
        page.get_by_role("button", name="Sign out", exact=True).click()

        # The same reader, by a code.
        page.goto(f"{paper}/reader/sign-in/?next=/reader/name/")
        page.get_by_label("Your e-mail address").fill("mina@gmail.com")
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_label("The code from the mail").fill("1234-0000")
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.get_by_text("That is not the code.")).to_be_visible()
        page.get_by_label("The code from the mail").fill(sent_code())
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page).to_have_url(re.compile(r"/reader/name/$"))
        context.close()
