"""A unit by which systemd keeps `broadsheet serve` running, and lets it do nothing else."""

from __future__ import annotations

from pathlib import Path

from broadsheet.config import Config

_TEXT = """\
# Printed by: broadsheet deploy systemd
#
# 1. Save it as /etc/systemd/system/broadsheet.service
# 2. systemctl daemon-reload && systemctl enable --now broadsheet
# 3. See how it does: systemctl status broadsheet; journalctl -u broadsheet
#
# Secrets, such as BROADSHEET_MAIL__PASSWORD=…, may stand in /etc/broadsheet.env, one a line,
# which root alone can read.
[Unit]
Description=Broadsheet
Documentation=man:systemd.service(5)
After=network-online.target postgresql.service
Wants=network-online.target

[Service]
Type=exec
User={user}
WorkingDirectory={folder}
Environment="BROADSHEET_NEWSROOM={home}"
EnvironmentFile=-/etc/broadsheet.env
ExecStart="{python}" -m broadsheet serve
Restart=always
RestartSec=2
TimeoutStopSec=60
KillMode=mixed
LimitNOFILE=8192
RuntimeDirectory=broadsheet

# It writes into its own folder and nowhere else.
ProtectSystem=strict
ReadWritePaths="{home}"
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
NoNewPrivileges=yes
RestrictSUIDSGID=yes
RestrictNamespaces=yes
LockPersonality=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK

[Install]
WantedBy=multi-user.target
"""


def systemd_unit(config: Config, *, python: Path, user: str) -> str:
    """The unit. `python` is the interpreter that Broadsheet is installed for."""
    return _TEXT.format(
        home=_quotable(config.home),
        folder=_plain(config.home),
        python=_quotable(python).replace("$", "$$"),
        user=user,
    )


def _quotable(path: Path) -> str:
    """A path as it stands in quotes."""
    return _plain(path).replace("\\", "\\\\").replace('"', '\\"')


def _plain(path: Path) -> str:
    """A path as the rest of a line: only % means something else."""
    return str(path).replace("%", "%%")
