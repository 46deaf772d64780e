"""`broadsheet.toml` and `BROADSHEET_*` → `Config`: what a newsroom sets, checked.

A setting is data: its name with its unit, its default, its bounds and its help stand in one
place, here. An environment variable wins over the file: `BROADSHEET_SERVER__PORT=8080` is
`[server] port = 8080`.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

FILE_NAME = "broadsheet.toml"


class ConfigError(Exception):
    """A setting that cannot be used, in one sentence: what, what was found, what to do."""


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("write a time zone's name such as Asia/Seoul")
    return value


def _origin(value: str) -> str:
    value = value.rstrip("/")
    scheme, _, rest = value.partition("://")
    if scheme not in {"http", "https"} or not re.fullmatch(r"[A-Za-z0-9.-]+(:\d{1,5})?", rest):
        raise ValueError("write an address such as https://news.example")
    return value


class Group(BaseModel):
    """One table of the file. A name that it does not know is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PaperConfig(Group):
    """The paper as readers reach it."""

    url: Annotated[str, AfterValidator(_origin)] = Field(
        "http://127.0.0.1:8000",
        description="The address at which readers open the paper, without a slash at its end.",
    )
    language: str = Field(
        "en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language of the paper, as a tag such as en or ko.",
    )
    time_zone: Annotated[str, AfterValidator(_zone)] = Field(
        "UTC", description="The zone in which times are printed, such as Asia/Seoul."
    )


class ServerConfig(Group):
    """Where `broadsheet serve` listens."""

    host: str = Field("127.0.0.1", min_length=1, description="The address to listen on.")
    port: int = Field(8000, ge=1, le=65535, description="The port to listen on.")
    desk_threads: int = Field(
        8, ge=1, le=256, description="How many desk requests are answered at once."
    )


class PressConfig(Group):
    """How the press sets lists."""

    list_length: int = Field(
        24, ge=5, le=200, description="How many reports stand on one page of a list."
    )
    river_length: int = Field(
        5, ge=1, le=20, description="How many reports of a section run on the front page."
    )


class LettersConfig(Group):
    """Letters from readers to reporters."""

    per_hour: int = Field(
        5,
        ge=1,
        le=1000,
        description="How many letters one network address may send in an hour.",
    )


class MailConfig(Group):
    """The mail server that carries letters. Without a host letters are kept at the desk alone."""

    host: str = Field("", description="The SMTP server's name; empty for none.")
    port: int = Field(587, ge=1, le=65535, description="The SMTP server's port.")
    user: str = Field("", description="The account at the SMTP server.")
    password: str = Field("", description="Its password; better BROADSHEET_MAIL__PASSWORD.")
    sender: str = Field("", description="The address from which the paper writes.")


class WireConfig(Group):
    """Copy coming in."""

    largest_megabytes: int = Field(
        20, ge=1, le=1000, description="The largest file that is read as copy, in MB."
    )


class Config(BaseSettings):
    """Everything that a newsroom sets, and the folder that it was read from."""

    model_config = SettingsConfigDict(
        env_prefix="BROADSHEET_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    paper: PaperConfig = PaperConfig()
    server: ServerConfig = ServerConfig()
    press: PressConfig = PressConfig()
    letters: LettersConfig = LettersConfig()
    mail: MailConfig = MailConfig()
    wire: WireConfig = WireConfig()
    home: Path = Field(Path(), exclude=True)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003  # pydantic passes it by name
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # no .env is read
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # nor a secrets folder
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.paper.time_zone)

    @property
    def var(self) -> Path:
        """Everything that the paper writes: the database, the originals, the baked site."""
        return self.home / "var"

    @property
    def site(self) -> Path:
        """The baked paper. Any web server can serve this folder."""
        return self.var / "site"

    @property
    def media(self) -> Path:
        """Photos as they were handed in. Never served."""
        return self.var / "media"

    @property
    def static(self) -> Path:
        """The desk's own scripts and styles."""
        return self.var / "static"

    @property
    def database(self) -> Path:
        return self.var / "broadsheet.sqlite3"

    @property
    def secret_key_file(self) -> Path:
        return self.var / "secret-key"


def find_home(start: Path) -> Path:
    """The newsroom folder that `start` lies in: the nearest one that holds a broadsheet.toml."""
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder
    raise ConfigError(
        f"{start}: no {FILE_NAME} here or above; go to a newsroom's folder, "
        "or make one with: broadsheet new NAME"
    )


def load(home: Path) -> Config:
    """Read the newsroom's settings. Raises ConfigError, a sentence for each wrong setting."""
    file = home / FILE_NAME
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(
            f"{file}: there is no such file; make a newsroom with: broadsheet new NAME"
        ) from None
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{file}: byte {error.start} is not UTF-8; save the file as UTF-8"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: this is not TOML: {error}; mend that line") from None
    if "home" in written:
        raise ConfigError(f"{FILE_NAME}: home is no setting; take it out")
    try:
        return Config(**{**written, "home": home.resolve()})
    except ValidationError as error:
        raise ConfigError("\n".join(_sentence(one) for one in error.errors())) from None


_WANTED = {
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "int_from_float": "write a whole number",
    "string_type": "write a text in quotes",
    "string_too_short": "write at least one character",
    "extra_forbidden": "there is no such setting; take it out or mend its name",
    "model_type": "write a table",
    "string_pattern_mismatch": "write a language tag such as en or ko",
}


def _sentence(error: Any) -> str:
    group, *rest = (str(part) for part in error["loc"])
    where = f"[{group}] {'.'.join(rest)}" if rest else f"[{group}]"
    context = error.get("ctx", {})
    if error["type"] in {"greater_than_equal", "less_than_equal"}:
        low, high = _bounds(group, rest[-1])
        wanted = f"write a whole number from {low} to {high}"
    elif error["type"] == "value_error":
        wanted = str(context["error"])
    else:
        wanted = _WANTED.get(error["type"], error["msg"].lower())
    return f"{FILE_NAME}: {where} is {error['input']!r}; {wanted}"


def _bounds(group: str, name: str) -> tuple[int, int]:
    model: Any = Config.model_fields[group].annotation
    limits = {type(limit).__name__: limit for limit in model.model_fields[name].metadata}
    return limits["Ge"].ge, limits["Le"].le
