"""A project as `wagtail start` makes it, with a small paper in it, served by gunicorn.

Made as Wagtail's tutorial teaches: pages in a tree, a body of blocks, authors as snippets, tags,
a lead photo in several widths, the paper's name in settings, menus at the head and the foot, and
templates that ask for what they show.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.asking import gives_a_page
from bench.equal_article import Article
from bench.missing import Missing
from bench.running import free_port, running

_MODELS = """
from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.blocks import RichTextBlock
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.snippets.models import register_snippet


class HomePage(Page):
    pass


class SectionPage(Page):
    pass


class PolicyPage(Page):
    pass


@register_setting
class Paper(BaseSiteSetting):
    name = models.CharField(max_length=100)
    tagline = models.CharField(max_length=200)


@register_snippet
class Author(models.Model):
    name = models.CharField(max_length=100)


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey("ArticlePage", related_name="tagged_items")


class ArticlePage(Page):
    photo = models.ForeignKey("wagtailimages.Image", null=True, on_delete=models.SET_NULL)
    body = StreamField([("paragraph", RichTextBlock())])
    authors = ParentalManyToManyField(Author)
    tags = ClusterTaggableManager(through=ArticleTag)

    def get_context(self, request):
        context = super().get_context(request)
        context["sections"] = SectionPage.objects.live().in_menu()
        context["policies"] = PolicyPage.objects.live().in_menu()
        related = ArticlePage.objects.live().sibling_of(self, inclusive=False)
        context["related"] = related.order_by("-first_published_at")[:3]
        return context
"""
_SETTINGS = """
from .base import INSTALLED_APPS, TEMPLATES

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.contrib.settings"]
TEMPLATES[0]["OPTIONS"]["context_processors"].append(
    "wagtail.contrib.settings.context_processors.settings"
)
SECRET_KEY = "of a bench"
ALLOWED_HOSTS = ["127.0.0.1"]
SECURE_SSL_REDIRECT = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
"""
_FILL = """
import json, pathlib
from django.core.files.images import ImageFile
from django.utils import timezone
from home.models import ArticlePage, Author, HomePage, Paper, PolicyPage, SectionPage
from wagtail.images.models import Image
from wagtail.models import Site
from wagtail.rich_text import RichText
home = HomePage.objects.get()
for name in ("Politics", "Business", "World", "Culture", "Sport", "Weather"):
    section = home.add_child(instance=SectionPage(title=name, show_in_menus=True))
for name in ("Who we are", "Corrections", "Comments", "Privacy"):
    home.add_child(instance=PolicyPage(title=name, show_in_menus=True))
Paper.objects.create(site=Site.objects.get(), name="The News", tagline="All of it, every day")
author = Author.objects.create(name="Ida Brandt")
with open("photo.jpg", "rb") as file:
    photo = Image.objects.create(title="The harbour", file=ImageFile(file, name="harbour.jpg"))
body = json.loads(pathlib.Path("body.json").read_text(encoding="utf-8"))
for number in range(4):
    article = ArticlePage(
        title=f"The harbour, part {number}",
        slug=f"harbour-{number}",
        first_published_at=timezone.now(),
        photo=photo,
        body=[("paragraph", RichText(one)) for one in body],
    )
    section.add_child(instance=article)
    article.authors.add(author)
    article.tags.add("harbour", "storm", "council")
    article.save()
"""
_ARTICLE = "weather/harbour-3/"
# What our page shows as well, though there it was looked up when the page was printed.
_LOOKED_UP = """
<p>{{ settings.home.Paper.name }}: {{ settings.home.Paper.tagline }}</p>
<nav>{% for one in sections %}<a href="{% pageurl one %}">{{ one.title }}</a>
{% endfor %}</nav>
<nav>{% for one in page.get_ancestors.live %}<a href="{% pageurl one %}">{{ one.title }}</a>
{% endfor %}</nav>
<p>{% for one in page.authors.all %}{{ one.name }}{% endfor %} {{ page.first_published_at }}</p>
{% srcset_image page.photo width-{480,960,1440} sizes="100vw" alt=page.photo.title %}
{% for block in page.body %}{% include_block block %}
{% endfor %}
<ul>{% for one in page.tags.all %}<li>{{ one }}</li>
{% endfor %}</ul>
<ul>{% for one in related %}<li><a href="{% pageurl one %}">{{ one.title }}</a></li>
{% endfor %}</ul>
<nav>{% for one in policies %}<a href="{% pageurl one %}">{{ one.title }}</a>
{% endfor %}</nav>
"""


@contextmanager
def stock_wagtail(folder: Path, article: Article) -> Iterator[str]:
    """Serve an article for as long as this lasts, as long as ours to the word; gives its address.

    Our page becomes the template, around what is looked up; its body and its photo are what the
    database holds. Two processes a core and one more, as gunicorn advises.
    """
    folder.mkdir()
    _run([_program("wagtail"), "start", "news", str(folder)], folder)
    (folder / "home/models.py").write_text(_MODELS, encoding="utf-8")
    (folder / "news/settings/local.py").write_text(_SETTINGS, encoding="utf-8")
    template = article.template(body=f"{{% endverbatim %}}{_LOOKED_UP}{{% verbatim %}}")
    (folder / "home/templates/home/article_page.html").write_text(
        "{% load wagtailcore_tags wagtailimages_tags %}{% verbatim %}"
        f"{template}{{% endverbatim %}}",
        encoding="utf-8",
    )
    shutil.copy(article.photo, folder / "photo.jpg")
    paragraphs = [f"{one}</p>" for one in article.body.split("</p>") if one.strip()]
    (folder / "body.json").write_text(json.dumps(paragraphs), encoding="utf-8")
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
        yield f"http://127.0.0.1:{port}/{_ARTICLE}"


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
