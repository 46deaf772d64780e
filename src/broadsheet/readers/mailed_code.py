"""An address → a code in its mailbox → whoever typed the code can read that mailbox."""

from __future__ import annotations

from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.core.internal.cryptokit import compare_user_code
from django.http import HttpRequest

from broadsheet.readers import mail
from broadsheet.readers.models import Account

_STATE = "reader_code"


class MailedCode(AbstractCodeVerificationProcess):
    """A code on its way: in the session that asked for it, which alone can use it.

    Every address is treated alike, whether or not there is an account for it: so nobody learns
    here who reads the paper. With `account`, the address is to be added to that account; without,
    its owner signs in, and an account is made if there is none.
    """

    def __init__(self, request: HttpRequest, state: dict[str, Any]) -> None:
        super().__init__(
            max_attempts=app_settings.LOGIN_BY_CODE_MAX_ATTEMPTS,
            timeout=app_settings.LOGIN_BY_CODE_TIMEOUT,
            state=state,
        )
        self.request = request

    @classmethod
    def asked_for(
        cls, request: HttpRequest, address: str, *, next_path: str, account: Account | None = None
    ) -> MailedCode:
        """Send a code to `address`. Raises OSError where the mail cannot be sent."""
        made = cls(request, cls.initial_state(account, email=address.lower()))
        made.state["next"] = next_path
        made.send()
        made.persist()
        return made

    @classmethod
    def of(cls, request: HttpRequest) -> MailedCode | None:
        """The code that this session waits for, if it still holds."""
        state = request.session.get(_STATE)
        made = cls(request, state) if isinstance(state, dict) else None
        return made.abort_if_invalid() if made else None

    @property
    def address(self) -> str:
        return str(self.state["email"])

    @property
    def next_path(self) -> str:
        return str(self.state["next"])

    @property
    def adds_to(self) -> Account | None:
        """The account that the address is to be added to; None where somebody signs in."""
        account = self.user
        return account if isinstance(account, Account) else None

    def is_right(self, typed: str) -> bool:
        """Whether `typed` is the code. It holds once; after a few wrong ones it holds no more."""
        if compare_user_code(actual=typed, expected=self.code):
            self.abort()
            return True
        self.record_invalid_attempt()
        return False

    def send(self) -> None:
        if self.adds_to is None and Account.objects.of_the_desk(self.address):
            mail.desk_address(self.address)
            return
        self.state["code"] = get_adapter().generate_login_code()
        mail.sign_in_code(self.address, self.code, minutes=self.timeout // 60)

    def persist(self) -> None:
        self.request.session[_STATE] = self.state

    def abort(self) -> None:
        self.request.session.pop(_STATE, None)
