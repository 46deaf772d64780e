from __future__ import annotations

import re
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from pydantic import Field, field_validator

from broadsheet.setting.group import Group

_LIST = re.compile(r"[,\s]+")


class ServerConfig(Group):
    """Where `broadsheet serve` listens."""

    host: str = Field("127.0.0.1", min_length=1, description="The address to listen on.")
    port: int = Field(8000, ge=1, le=65535, description="The port to listen on.")
    processes: int = Field(
        1, ge=1, le=64, description="How many processes answer at the desk and take comments."
    )
    desk_threads: int = Field(
        8, ge=1, le=256, description="How many requests each of them answers at once."
    )
    proxies: str = Field(
        "",
        description=(
            "Addresses or networks of the web servers in front, such as 127.0.0.1, 10.0.0.0/8: "
            "they are believed where they say who asks. Empty where readers come here directly."
        ),
    )
    socket: str = Field(
        "",
        description=(
            "Where a web server of the machine serves the files itself, the path of the socket "
            "at which it asks for the rest; then no nginx is started here. See broadsheet deploy."
        ),
    )

    @field_validator("proxies")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        for one in filter(None, _LIST.split(value)):
            try:
                ip_network(one, strict=False)
            except ValueError:
                raise ValueError(
                    f"{one} is no address; write addresses or networks with commas between them"
                ) from None
        return value

    @field_validator("socket")
    @classmethod
    def _is_whole_path(cls, value: str) -> str:
        if value and not Path(value).is_absolute():
            raise ValueError("write the whole path, such as /run/broadsheet/web.sock")
        return value

    @property
    def believed(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """Whose word is taken for who asks."""
        return tuple(
            ip_network(one, strict=False) for one in filter(None, _LIST.split(self.proxies))
        )
