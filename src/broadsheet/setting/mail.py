from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class MailConfig(Group):
    """The mail server that carries letters. Without a host letters are kept at the desk alone."""

    host: str = Field(
        "",
        description=(
            "The SMTP server's name; empty for none. For trying things out, log writes mail "
            "to the log and sends none."
        ),
    )
    port: int = Field(587, ge=1, le=65535, description="The SMTP server's port.")
    user: str = Field("", description="The account at the SMTP server.")
    password: str = Field("", description="Its password; better BROADSHEET_MAIL__PASSWORD.")
    sender: str = Field("", description="The address from which the paper writes.")
