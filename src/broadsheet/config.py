"""`broadsheet.toml` and `BROADSHEET_*` → `Config`: what a newsroom sets, checked.

A setting is data: its name with its unit, its default, its bounds and its help stand in one
place, here. An environment variable wins over the file: `BROADSHEET_SERVER__PORT=8080` is
`[server] port = 8080`.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, get_args
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from broadsheet.setting_sentence import setting_sentence

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


def _voice_name(value: str) -> str:
    if not re.fullmatch(r"[^\W_][\w .-]{0,39}", value):
        raise ValueError("write a short name such as joe")
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


class SignInConfig(Group):
    """How readers sign in. Only what is on here and has its keys is shown to them."""

    email: bool = Field(
        True, description="By a code sent to their e-mail address; needs a mail server."
    )
    passkeys: bool = Field(
        True, description="By a passkey; needs an address with https, or localhost."
    )
    x_id: str = Field("", description="X: the OAuth 2 client's id; empty for no such way.")
    x_secret: str = Field("", description="Its secret; better BROADSHEET_SIGN_IN__X_SECRET.")
    facebook_id: str = Field("", description="Facebook: the app's id.")
    facebook_secret: str = Field("", description="Its secret.")
    google_id: str = Field("", description="Google: the OAuth client's id.")
    google_secret: str = Field("", description="Its secret.")
    kakao_id: str = Field("", description="Kakao: the app's REST API key.")
    kakao_secret: str = Field("", description="Its client secret.")
    naver_id: str = Field("", description="Naver: the application's client id.")
    naver_secret: str = Field("", description="Its client secret.")


class TalkConfig(Group):
    """Comments under reports, and how many are taken before somebody has to wait."""

    longest: int = Field(
        250,
        ge=20,
        le=5000,
        description="How long a comment may be, in characters as people count them.",
    )
    reader_per_minute: int = Field(
        4, ge=1, le=1_000_000, description="How many comments one reader may write in a minute."
    )
    reader_per_hour: int = Field(40, ge=1, le=1_000_000, description="How many in an hour.")
    network_per_minute: int = Field(
        20,
        ge=1,
        le=1_000_000,
        description="How many may come from one network address, or one /64 of IPv6, in a minute.",
    )
    report_per_minute: int = Field(
        300, ge=1, le=1_000_000, description="How many are taken under one report in a minute."
    )


class WireConfig(Group):
    """Copy coming in."""

    largest_megabytes: int = Field(
        20, ge=1, le=1000, description="The largest file that is read as copy, in MB."
    )


class SoundConfig(Group):
    """Reports read aloud."""

    days: int = Field(
        30,
        ge=0,
        le=100_000,
        description="Reports older than this many days are read only where an editor asks.",
    )
    processes: int = Field(
        0, ge=0, le=64, description="How many sentences are said at once; 0 for one a core."
    )
    opening: str = Field(
        "", max_length=300, description="A line that is said before every report; empty for none."
    )
    takes_megabytes: int = Field(
        2000,
        ge=50,
        le=1_000_000,
        description="How much room sentences that were said may take, in MB.",
    )
    certificate: str = Field(
        "", description="The file of the certificates (PEM) that content credentials are signed by."
    )
    certificate_key: str = Field("", description="The file of its private key (PEM).")


class DictionaryConfig(Group):
    """Words explained on the page, out of what `broadsheet dictionary add` has put on the shelf."""

    word_help: bool = Field(
        False,
        description="Whether readers may have short glosses set over the rarest words of a report.",
    )
    model: str = Field(
        "",
        description=(
            "The spaCy model that reads sentences: a package or a folder; empty for the one that "
            "is installed, if any."
        ),
    )


class VoiceConfig(Group):
    """A voice that reads. Write one such table for each; the first of a language is its own."""

    name: Annotated[str, AfterValidator(_voice_name)] = Field(
        "joe", description="What the newsroom calls the voice."
    )
    language: str = Field(
        "en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language that it speaks, as a tag such as en or ko.",
    )
    engine: str = Field(
        "piper", min_length=1, description="What makes it speak: piper, kokoro, server, or another."
    )
    model: str = Field(
        "",
        description="The model's file; empty for the voice that comes along (piper, English).",
    )
    voices: str = Field("", description="For kokoro: the file of its voices.")
    speaker: str = Field("", description="Which of the model's speakers, where it has several.")
    speed: float = Field(1.0, ge=0.5, le=2, description="How fast it reads; 1 is its own pace.")
    url: str = Field("", description="For a server: its address, up to and without /v1.")
    key_environment: str = Field(
        "", description="For a server: the environment variable that holds its key."
    )
    timeout_seconds: float = Field(
        60.0, ge=1, le=600, description="For a server: how long it may take for one sentence."
    )
    settings: dict[str, str] = Field(
        {}, description="What an engine wants to know that others wrote: names and values."
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
    sign_in: SignInConfig = SignInConfig()
    talk: TalkConfig = TalkConfig()
    wire: WireConfig = WireConfig()
    sound: SoundConfig = SoundConfig()
    dictionary: DictionaryConfig = DictionaryConfig()
    voice: tuple[VoiceConfig, ...] = (VoiceConfig(),)
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
    def recordings(self) -> Path:
        """Reports as they were read aloud. The press copies them into the site."""
        return self.var / "sound"

    @property
    def takes(self) -> Path:
        """Sentences as they were said, kept so that none is said twice. May be thrown away."""
        return self.var / "takes"

    @property
    def dictionaries(self) -> Path:
        """The dictionaries that words are explained by, in one file."""
        return self.var / "dictionaries.sqlite3"

    @property
    def words(self) -> Path:
        """The words file of each report. The press copies them into the site."""
        return self.var / "words"

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
        config = Config(**{**written, "home": home.resolve()})
    except ValidationError as error:
        sentences = (setting_sentence(one, tables()) for one in error.errors())
        raise ConfigError("\n".join(f"{FILE_NAME}: {one}" for one in sentences)) from None
    names = [voice.name for voice in config.voice]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise ConfigError(f"{FILE_NAME}: two voices are called {twice!r}; give one another name")
    return config


def tables() -> dict[str, type[Group]]:
    """The tables of the file by name. One that may stand there several times ends in `[]`."""
    found = {}
    for name, field in Config.model_fields.items():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, Group):
                found[name if kind is field.annotation else f"{name}[]"] = kind
    return found
