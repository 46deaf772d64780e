"""`broadsheet new`: the newsroom's folder, its settings and its secret key."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from pathlib import Path

from broadsheet.commands.trouble import Trouble
from broadsheet.config import FILE_NAME, load, tables

OPENING = """# The settings of this newsroom, each with its default; take its # away to set it.
# An environment variable wins over this file: BROADSHEET_SERVER__PORT=8080 is [server] port.
"""

Written = dict[str, dict[str, object]]


def run(
    folder: Path,
    *,
    language: str,
    time_zone: str,
    sound_days: int | None = None,
    mail_host: str = "",
    database_url: str = "",
) -> None:
    """Write the folder. Raises Trouble where something stands in the way, and leaves nothing.

    `sound_days` is [sound] days, `mail_host` [mail] host and `database_url` [database] url, where
    they are not to be the default.
    """
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise Trouble(f"{folder}: something is there already; give another name")
    existed = folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        written: Written = {"paper": {"language": language, "time_zone": time_zone}}
        if sound_days is not None:
            written["sound"] = {"days": sound_days}
        if mail_host:
            written["mail"] = {"host": mail_host}
        if database_url:
            written["database"] = {"url": database_url}
        (folder / FILE_NAME).write_text(settings_file(written), encoding="utf-8")
        config = load(folder)
        config.var.mkdir()
        write_secret_key(config.secret_key_file)
        if not config.database.url:
            config.sqlite_file.touch()
    except BaseException:
        _take_away(folder, keep_folder=existed)
        raise


def settings_file(written: Written) -> str:
    """Every setting with its help, its default commented out, and those in `written` set."""
    lines = [OPENING]
    for group, model in tables().items():
        # A table that may stand several times is commented out whole: set, it would replace ours.
        name, mark = (f"[[{group[:-2]}]]", "# ") if group.endswith("[]") else (f"[{group}]", "")
        lines.append(f"{mark}{name}  # {(model.__doc__ or '').strip()}")
        for name, setting in model.model_fields.items():
            lines.append(f"# {setting.description}")
            if name in written.get(group, {}):
                lines.append(f"{name} = {json.dumps(written[group][name], ensure_ascii=False)}")
            else:
                lines.append(f"# {name} = {json.dumps(setting.default)}")
        lines.append("")
    return "\n".join(lines)


def settings_page() -> str:
    """The document that explains every setting; docs/settings.md holds it."""
    lines = [
        "# Settings",
        "",
        "They stand in `broadsheet.toml` in the newsroom's folder. An environment variable wins",
        "over the file: `BROADSHEET_SERVER__PORT=8080` is `[server] port = 8080`.",
        "",
        "This page is made by `make docs`.",
    ]
    for group, model in tables().items():
        name = f"[[{group[:-2]}]]" if group.endswith("[]") else f"[{group}]"
        lines += ["", f"## {name}", "", (model.__doc__ or "").strip(), ""]
        lines += ["| setting | default | what it is |", "| --- | --- | --- |"]
        for name, setting in model.model_fields.items():
            default = json.dumps(setting.default)
            lines.append(f"| `{name}` | `{default}` | {setting.description} |")
    return "\n".join(lines) + "\n"


def write_secret_key(file: Path) -> None:
    """A new key that only this account of the machine can read."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as opened:
        opened.write(secrets.token_urlsafe(50) + "\n")


def _take_away(folder: Path, *, keep_folder: bool) -> None:
    (folder / FILE_NAME).unlink(missing_ok=True)
    shutil.rmtree(folder / "var", ignore_errors=True)
    if not keep_folder:
        folder.rmdir()
