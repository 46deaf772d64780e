"""A project as `wagtail start` makes it, with one article in it, served by gunicorn."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.asking import gives_a_page
from bench.missing import Missing
from bench.running import free_port, running

_MODELS = """
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    body = RichTextField(blank=True)
"""
_SETTINGS = """
SECRET_KEY = "of a bench"
ALLOWED_HOSTS = ["127.0.0.1"]
SECURE_SSL_REDIRECT = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
"""
_FILL = """
import pathlib
from home.models import HomePage
page = HomePage.objects.get()
page.body = pathlib.Path("body.html").read_text(encoding="utf-8")
page.save()
"""
_MARK = "<!-- body -->"


@contextmanager
def stock_wagtail(folder: Path, page: str, body: str) -> Iterator[str]:
    """Serve an article for as long as this lasts, as long as ours to the word; gives its address.

    `page` is the whole page of ours and `body` a part of it: the first becomes the template, the
    second what the database holds. Two processes a core and one more, as gunicorn advises.
    """
    folder.mkdir()
    _run([_program("wagtail"), "start", "news", str(folder)], folder)
    (folder / "home/models.py").write_text(_MODELS, encoding="utf-8")
    (folder / "news/settings/local.py").write_text(_SETTINGS, encoding="utf-8")
    template = page.replace(body, _MARK)
    if template.count(_MARK) != 1:
        raise Missing("the article's body does not stand once in its page")
    (folder / "home/templates/home/home_page.html").write_text(
        "{% load wagtailcore_tags %}"
        + template.replace(_MARK, "{% endverbatim %}{{ page.body|richtext }}{% verbatim %}").join(
            ("{% verbatim %}", "{% endverbatim %}")
        ),
        encoding="utf-8",
    )
    (folder / "body.html").write_text(body, encoding="utf-8")
    manage = [sys.executable, "manage.py"]
    _run([*manage, "makemigrations", "home"], folder)
    _run([*manage, "migrate"], folder)
    _run([*manage, "shell", "-c", _FILL], folder)
    port = free_port()
    workers = str(2 * len(os.sched_getaffinity(0)) + 1)
    argv = [*_GUNICORN, "-w", workers, "-b", f"127.0.0.1:{port}", "news.wsgi:application"]
    with running(
        [sys.executable, "-c", _IN.format(folder=str(folder)), *argv],
        env=_env(),
        log=folder / "log",
        is_ready=gives_a_page(f"http://127.0.0.1:{port}/"),
    ):
        yield f"http://127.0.0.1:{port}/"


_GUNICORN = (sys.executable, "-m", "gunicorn", "--log-level", "warning", "--no-control-socket")
# Another program in another folder, without a shell between.
_IN = "import os, sys; os.chdir({folder!r}); os.execv(sys.argv[1], sys.argv[1:])"


def _env() -> dict[str, str]:
    foreign = ("BROADSHEET_", "DJANGO_SETTINGS_MODULE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {**kept, "DJANGO_SETTINGS_MODULE": "news.settings.production"}


def _program(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def _run(argv: list[str], folder: Path) -> None:
    done = subprocess.run(argv, cwd=folder, env=_env(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"no stock Wagtail could be made: {(done.stderr or done.stdout)[-500:]}")
