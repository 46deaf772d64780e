"""An article page of ours against the same page from WordPress as Debian gives it."""

from __future__ import annotations

from bench.equal_article import equal_article
from bench.figure import Figure
from bench.setting import Setting
from bench.stock_wordpress import stock_wordpress

PART = "beside-wordpress"


def measure(setting: Setting) -> list[Figure]:
    return equal_article(
        setting, stock_wordpress, part=PART, beside="WordPress, PHP-FPM, MariaDB, nginx"
    )
