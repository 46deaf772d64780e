"""`broadsheet.toml` and `BROADSHEET_*` → `Config`: what a newsroom sets, checked.

A setting is data: its name with its unit, its default, its bounds and its help stand in one
place, here. An environment variable wins over the file: `BROADSHEET_SERVER__PORT=8080` is
`[server] port = 8080`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from broadsheet.setting.database import DatabaseConfig
from broadsheet.setting.dictionary import DictionaryConfig
from broadsheet.setting.group import Group
from broadsheet.setting.letters import LettersConfig
from broadsheet.setting.log import LogConfig
from broadsheet.setting.mail import MailConfig
from broadsheet.setting.paper import PaperConfig
from broadsheet.setting.press import PressConfig
from broadsheet.setting.server import ServerConfig
from broadsheet.setting.setting_sentence import setting_sentence
from broadsheet.setting.sign_in import SignInConfig
from broadsheet.setting.sound import SoundConfig
from broadsheet.setting.store import StoreConfig
from broadsheet.setting.talk import TalkConfig
from broadsheet.setting.tasks import TasksConfig
from broadsheet.setting.voice import VoiceConfig
from broadsheet.setting.watch import WatchConfig
from broadsheet.setting.wire import WireConfig

FILE_NAME = "broadsheet.toml"


class ConfigError(Exception):
    """A setting that cannot be used, in one sentence: what, what was found, what to do."""


class Config(BaseSettings):
    """Everything that a newsroom sets, and the folder that it was read from."""

    model_config = SettingsConfigDict(
        env_prefix="BROADSHEET_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    paper: PaperConfig = PaperConfig()
    server: ServerConfig = ServerConfig()
    database: DatabaseConfig = DatabaseConfig()
    store: StoreConfig = StoreConfig()
    press: PressConfig = PressConfig()
    letters: LettersConfig = LettersConfig()
    mail: MailConfig = MailConfig()
    sign_in: SignInConfig = SignInConfig()
    talk: TalkConfig = TalkConfig()
    wire: WireConfig = WireConfig()
    sound: SoundConfig = SoundConfig()
    dictionary: DictionaryConfig = DictionaryConfig()
    tasks: TasksConfig = TasksConfig()
    log: LogConfig = LogConfig()
    watch: WatchConfig = WatchConfig()
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
        """Photos as they were handed in, where there is no store. Never served."""
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
    def sqlite_file(self) -> Path:
        """What the desk knows, where it is not in PostgreSQL."""
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
