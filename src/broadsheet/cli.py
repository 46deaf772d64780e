"""The command line: words in, one call each; every error is one sentence and a non-zero exit."""

from __future__ import annotations

import datetime as dt
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import django
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from broadsheet import __version__
from broadsheet.commands.trouble import Trouble
from broadsheet.config import ConfigError, find_home
from broadsheet.on_one_stack import on_one_stack
from broadsheet.server.supervise import ServeError
from broadsheet.vault.vault_error import VaultError
from broadsheet.wire.copy import CopyError

EXPECTED = (Trouble, ConfigError, CopyError, ServeError, VaultError, ImproperlyConfigured)


@on_one_stack
def main() -> None:
    """Run the command line. Exits with 0, 1 for trouble, 2 for words that it does not know."""
    try:
        broadsheet.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except EXPECTED as error:
        click.echo(f"broadsheet: {error}", err=True)
        sys.exit(1)
    except OperationalError as error:
        said = " ".join(str(error).split())
        click.echo(
            f"broadsheet: the database does not do it: {said}; mend that and try again", err=True
        )
        sys.exit(1)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(
            f"broadsheet: {where}{error.strerror or error}; mend that and try again", err=True
        )
        sys.exit(1)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="Broadsheet %(version)s")
@click.option(
    "--newsroom",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The newsroom's folder, if you are not in it.",
)
def broadsheet(newsroom: Path | None) -> None:
    """Broadsheet: a news publishing system. Written by reporters, read by AI."""
    if newsroom:
        os.environ["BROADSHEET_NEWSROOM"] = str(newsroom.resolve())


@broadsheet.command()
@click.argument("name", type=click.Path(path_type=Path))
@click.option("--title", help="The name of the paper. Without it, the folder's name.")
@click.option("--language", default="en", show_default=True, help="Its language: en or ko.")
@click.option("--time-zone", default="UTC", show_default=True, help="Such as Asia/Seoul.")
@click.option(
    "--database", default="", help="An empty database in PostgreSQL: postgresql://paper@host/paper."
)
def new(name: Path, title: str | None, language: str, time_zone: str, database: str) -> None:
    """Make a newsroom in the folder NAME."""
    found_newsroom(name, language=language, time_zone=time_zone, database_url=database)
    _in_newsroom(name, "found", title=title or _title_of(name))


@broadsheet.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("demo"))
@click.option("--port", type=click.IntRange(1, 65535), help="The port to serve it on.")
@click.option("--no-serve", is_flag=True, help="Make the paper and stop.")
def demo(folder: Path, port: int | None, no_serve: bool) -> None:
    """Make a sample newspaper in FOLDER and serve it."""
    if port:
        os.environ["BROADSHEET_SERVER__PORT"] = str(port)
        os.environ["BROADSHEET_PAPER__URL"] = f"http://127.0.0.1:{port}"
    if not (folder / "broadsheet.toml").exists():
        # The sample's reports have days of their own, and all of them are to be heard.
        # Nor is any mail sent: readers of the demo find their code in its log.
        found_newsroom(
            folder, language="en", time_zone="Etc/GMT", sound_days=100_000, mail_host="log"
        )
    _in_newsroom(folder, "demo", is_served=not no_serve)


@broadsheet.command()
def serve() -> None:
    """Serve the paper and the desk, and run the press, until you stop it."""
    _run("serve")


@broadsheet.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--section", default="", help="Where it stands: “National > North Korea”.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day it is dated.")
@click.option("--publish", is_flag=True, help="Publish at once; wait until the page is on disk.")
def import_(files: tuple[Path, ...], section: str, day: dt.datetime | None, publish: bool) -> None:
    """Take copy in: captures of web pages, typed text, Markdown, HTML; or folders of it."""
    _run(
        "import_copy",
        files=files,
        section=section,
        day=day.date() if day else None,
        publish=publish,
    )


@broadsheet.command()
@click.option("--all", "is_all", is_flag=True, help="Print everything again.")
def press(is_all: bool) -> None:
    """Bring the site in step with the desk."""
    _run("press", is_all=is_all)


@broadsheet.command()
@click.option("--look", "is_look", is_flag=True, help="Say what is astray and change nothing.")
def verify(*, is_look: bool) -> None:
    """Compare the site with the desk, file by file, and mend what differs."""
    _run("verify", is_look=is_look)


@broadsheet.command()
@click.option("--mend", is_flag=True, help="Mend what can be mended without asking.")
def check(mend: bool) -> None:
    """Say what is wrong with this installation, and how to mend it."""
    _run_plain("check", mend=mend)


@broadsheet.command()
@click.argument("name")
@click.option(
    "--role",
    default="",
    help="reporter, desk, copy, photos, chief or moderator. Without it, may do everything.",
)
@click.option("--section", default="", help="For the role desk: the section, such as National.")
def account(name: str, role: str, section: str) -> None:
    """Make an account for the desk, or give one a new password."""
    _run("account", name=name, role=role, section=section)


@broadsheet.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to write into."
)
@click.option(
    "--voice",
    "model",
    type=click.Path(path_type=Path),
    help="A Piper voice, such as NAME.onnx. Without it, the one that comes along.",
)
@click.option("--language", default="", help="Such as en. Without it, what the text looks like.")
@click.option(
    "--speed",
    type=click.FloatRange(0.5, 2),
    default=1.0,
    show_default=True,
    help="How fast it reads.",
)
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    help="How many sentences are said at once. Without it, one a core.",
)
@click.option(
    "--takes",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder to keep what was said in: another run says only what changed.",
)
@click.option("--script", "is_script", is_flag=True, help="Print what would be said, and stop.")
def voice(file: Path, out: Path | None, language: str, *, is_script: bool, **settings: Any) -> None:
    """Read the text in FILE aloud: MP3, Opus, captions and cues, with no newsroom at all."""
    command = import_module("broadsheet.commands.voice")
    if is_script:
        command.print_script(file=file, language=language)
    elif out is None:
        raise click.UsageError("name the folder to write into: --out DIR, or ask for the --script")
    else:
        command.run(file=file, out=out, language=language, **settings)


@broadsheet.command(hidden=True)
def booth() -> None:
    """Read aloud what waits for it, alone. `broadsheet serve` starts it."""
    _run("booth")


@broadsheet.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--words", is_flag=True, help="Print the file that a page fetches, as JSON.")
@click.option("--model", default="", help="A spaCy model: a package or a folder.")
@click.option(
    "--dictionaries", "shelf", type=click.Path(path_type=Path), help="Where the dictionaries are."
)
def lexicon(file: Path, words: bool, model: str, shelf: Path | None) -> None:
    """Say what the words of the text in FILE mean, with no newsroom at all."""
    command = import_module("broadsheet.commands.lexicon")
    command.run(file=file, model=model, shelf=shelf, is_words_file=words)


@broadsheet.group()
def dictionary() -> None:
    """Add, list and remove the dictionaries that words are explained by."""


_SHELF = click.option(
    "--file", type=click.Path(path_type=Path), help="Where they are, if not in a newsroom."
)


@dictionary.command("add")
@click.argument("what")
@click.option("--name", default="", help="What to call it. Without it, the file's name.")
@click.option("--language", default="en", show_default=True, help="What it explains words in.")
@_SHELF
def dictionary_add(what: str, name: str, language: str, file: Path | None) -> None:
    """Add a dictionary: a file or folder; wordnet, gcide, cmudict or frequencies; or installed."""
    command = import_module("broadsheet.commands.dictionary")
    command.add(what, name=name, language=language, file=file)


@dictionary.command("list")
@_SHELF
def dictionary_list(file: Path | None) -> None:
    """Say which dictionaries there are, in the order in which they are asked, with licences."""
    import_module("broadsheet.commands.dictionary").print_list(file=file)


@dictionary.command("remove")
@click.argument("name")
@_SHELF
def dictionary_remove(name: str, file: Path | None) -> None:
    """Take a dictionary away."""
    import_module("broadsheet.commands.dictionary").remove(name, file=file)


@broadsheet.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--with-secrets", is_flag=True, help="With passwords, keys and who is signed in.")
@click.option("--rehearse", is_flag=True, help="Restore it in a scratch place and prove it.")
def backup(file: Path, *, with_secrets: bool, rehearse: bool) -> None:
    """Write the newsroom into FILE, while the paper runs."""
    _run("backup", file=file.resolve(), with_secrets=with_secrets, is_rehearsal=rehearse)


@broadsheet.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--database", default="", help="An empty database in PostgreSQL, if not the one in the backup."
)
def restore(file: Path, folder: Path, database: str) -> None:
    """Make the newsroom that a backup holds in FOLDER, and print its paper."""
    if database:
        os.environ["BROADSHEET_DATABASE__URL"] = database
    command = import_module("broadsheet.commands.restore")
    command.run(file=file, folder=folder, database_url=database)
    _in_newsroom(folder, "print_anew")


@broadsheet.command("fill-store")
def fill_store() -> None:
    """Bring photos, recordings and words files of this machine into the store."""
    _run("fill_store")


@broadsheet.group()
def deploy() -> None:
    """Print what a web server in front, or systemd, has to be told of this newsroom."""


@deploy.command("nginx")
@click.option("--certificate", type=click.Path(path_type=Path), help="For https: its file.")
@click.option("--key", type=click.Path(path_type=Path), help="The file of its private key.")
def deploy_nginx(certificate: Path | None, key: Path | None) -> None:
    """For an nginx of the machine's own, which serves the files itself."""
    _deploy().print_nginx(certificate=certificate, key=key)


@deploy.command("caddy")
def deploy_caddy() -> None:
    """For Caddy, which takes care of https itself."""
    _deploy().print_caddy()


@deploy.command("systemd")
def deploy_systemd() -> None:
    """For systemd, which keeps it running."""
    _deploy().print_systemd()


def _deploy() -> Any:
    _name_newsroom()
    return import_module("broadsheet.commands.deploy")


@broadsheet.command(hidden=True)
def lookout() -> None:
    """Answer those that watch, alone. `broadsheet serve` starts it where [watch] port is set."""
    _run("lookout")


@broadsheet.command(hidden=True)
def delivery() -> None:
    """Bring the site from the store, alone. `broadsheet serve` starts it where there is one."""
    _run("delivery")


@broadsheet.command(hidden=True)
def upgrade() -> None:
    """Bring the database up to date when it answers. `broadsheet serve` starts it."""
    _run("upgrade")


@broadsheet.command(hidden=True)
def worker() -> None:
    """Run the press alone. `broadsheet serve` starts it."""
    _run("worker")


def found_newsroom(folder: Path, **settings: Any) -> None:
    import_module("broadsheet.commands.new").run(folder, **settings)


def _title_of(folder: Path) -> str:
    return folder.resolve().name.replace("-", " ").replace("_", " ").title()


def _in_newsroom(folder: Path, command: str, **words: Any) -> None:
    os.environ["BROADSHEET_NEWSROOM"] = str(folder.resolve())
    _run(command, **words)


def _run(command: str, **words: Any) -> None:
    """Set Django up for the newsroom, then run the command; its module may import models."""
    _name_newsroom()
    os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
    django.setup()
    import_module(f"broadsheet.commands.{command}").run(**words)


def _run_plain(command: str, **words: Any) -> None:
    _name_newsroom()
    import_module(f"broadsheet.commands.{command}").run(**words)


def _name_newsroom() -> None:
    if "BROADSHEET_NEWSROOM" not in os.environ:
        os.environ["BROADSHEET_NEWSROOM"] = str(find_home(Path.cwd()))
