"""An archive as Hugo is given it → the seconds in which all of it is built again after one edit."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import time
from pathlib import Path

from bench.missing import program
from bench.prose import prose
from bench.running import Broken
from broadsheet import story as s
from broadsheet.wire.copy import Copy

_FIRST = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)
_SETTINGS = """
baseURL = "http://127.0.0.1/"
title = "Bench"
paginate = 20
disableKinds = ["RSS"]
[taxonomies]
author = "authors"
topic = "topics"
"""
_HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.standfirst }}"></head><body>"""
_LISTED = """<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Params.standfirst }}</p><time>{{ .Date }}</time></article>"""
_LAYOUTS = {
    "_default/single.html": f"""{_HEAD}<h1>{{{{ .Title }}}}</h1>
<p>{{{{ .Params.standfirst }}}}</p>
{{{{ range .Params.authors }}}}<a href="/authors/{{{{ urlize . }}}}/">{{{{ . }}}}</a>{{{{ end }}}}
{{{{ range .Params.topics }}}}<a href="/topics/{{{{ urlize . }}}}/">{{{{ . }}}}</a>{{{{ end }}}}
<time>{{{{ .Date }}}}</time>{{{{ .Content }}}}</body></html>""",
    "_default/list.html": f"""{_HEAD}<h1>{{{{ .Title }}}}</h1>
{{{{ range (.Paginate .Pages).Pages }}}}{_LISTED}{{{{ end }}}}
{{{{ template "_internal/pagination.html" . }}}}</body></html>""",
    "index.html": f"""{_HEAD}{{{{ range first 40 .Site.RegularPages }}}}{_LISTED}{{{{ end }}}}
</body></html>""",
}


class Hugo:
    """A site of `reports` reports in `folder`, the same ones as a newsroom's archive of that size.

    Its pages, sections, authors and topics are listed as ours are, in plain templates: no related
    reports, no feeds, no print version, nothing compressed. Raises Missing where Hugo is not.
    """

    def __init__(self, folder: Path, *, reports: int) -> None:
        self._program = program("hugo", package="hugo")
        self._folder = folder
        self._edited = 0
        folder.mkdir()
        (folder / "config.toml").write_text(_SETTINGS, encoding="utf-8")
        for name, layout in _LAYOUTS.items():
            file = folder / "layouts" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(layout, encoding="utf-8")
        for number in range(reports):
            self._write(number, prose(number))

    def rebuilt(self) -> float:
        """Edit one report and build the site. Gives the seconds of the building."""
        self._edited += 1
        copy = prose(0)
        self._write(0, copy, more=f"Edited for the {self._edited}. time.")
        started = time.perf_counter()
        done = subprocess.run(
            [self._program, "--quiet", "--source", self._folder],
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = time.perf_counter() - started
        if done.returncode:
            raise Broken(f"Hugo failed: {(done.stderr or done.stdout)[-1000:]}")
        return seconds

    def _write(self, number: int, copy: Copy, *, more: str = "") -> None:
        front = {
            "title": copy.headline,
            "date": (_FIRST + dt.timedelta(hours=number)).isoformat(),
            "standfirst": copy.standfirst,
            "authors": [writer.name for writer in copy.byline],
            "topics": list(copy.topics),
        }
        body = [block.text.plain for block in copy.body if isinstance(block, s.Paragraph)]
        file = self._folder / "content" / "/".join(copy.sections).lower() / f"report-{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join([json.dumps(front), *body, more])
        file.write_text(f"{text}\n", encoding="utf-8")
