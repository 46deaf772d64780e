"""Debian's WordPress with one article in it: MariaDB, PHP-FPM and nginx of its own, in a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.asking import gives_a_page
from bench.equal_article import Article
from bench.missing import Missing, program
from bench.running import Broken, free_port, running

_DEBIANS = Path("/usr/share/wordpress")
_CONFIGURATION = """<?php
define('DB_NAME', 'news');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{run}/mariadb.socket');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '{origin}');
define('WP_SITEURL', '{origin}');
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
_FILL = """<?php
define('WP_INSTALLING', true);
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
wp_install('News', 'editor', 'editor@example.com', true, '', 'of a bench');
switch_theme('news');
kses_remove_filters();
$article = wp_insert_post([
    'post_title' => 'An article',
    'post_content' => addslashes(file_get_contents('body.html')),
    'post_status' => 'publish',
    'post_author' => 1,
], true);
$file = wp_upload_bits('harbour.jpg', null, file_get_contents('photo.jpg'))['file'];
$photo = wp_insert_attachment(
    ['post_title' => 'The harbour', 'post_mime_type' => 'image/jpeg'], $file, $article
);
wp_update_attachment_metadata($photo, wp_generate_attachment_metadata($photo, $file));
set_post_thumbnail($article, $photo);
echo $article;
"""
# It would lead from the article's address to that same address, round and round.
_FUNCTIONS = """<?php
remove_action('template_redirect', 'redirect_canonical');
add_theme_support('post-thumbnails');
"""
_LOOP = "<?php while (have_posts()) { the_post(); the_post_thumbnail('large'); the_content(); } ?>"
_FPM = """
[global]
error_log = {run}/fpm.log
[www]
{account}
listen = {run}/fpm.socket
pm = static
pm.max_children = {processes}
"""
_NGINX = """
daemon off;
{user}
worker_processes {processes};
pid {run}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    sendfile on;
    keepalive_requests 10000;
    client_body_temp_path {run}/client_body;
    proxy_temp_path {run}/proxy;
    fastcgi_temp_path {run}/fastcgi;
    uwsgi_temp_path {run}/uwsgi;
    scgi_temp_path {run}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {paper};
        index index.php;
        location / {{ try_files $uri $uri/ /index.php?$args; }}
        location ~ \\.php$ {{
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
            fastcgi_pass unix:{run}/fpm.socket;
        }}
    }}
}}
"""


@contextmanager
def stock_wordpress(folder: Path, article: Article) -> Iterator[str]:
    """Serve an article for as long as this lasts, which is as long as ours to the word.

    Our page becomes the theme; its body and its photo are what the database holds. Two processes
    of PHP a core and one more. Raises Missing where a package is not installed.
    """
    programs = _programs()
    paper, port, cores = folder / "paper", free_port(), len(os.sched_getaffinity(0))
    origin = f"http://127.0.0.1:{port}"
    # The address of a socket has to be short, wherever the scratch folder is.
    with ExitStack() as stack:
        run = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wordpress-")))
        folder.mkdir()
        _lay_out(paper, article, run, origin)
        _start_database(programs, folder, run, stack)
        number = _run([programs["php"], "fill.php"], paper)
        names = {
            "run": run,
            "port": port,
            "paper": paper,
            "user": "user root;" if os.geteuid() == 0 else "",
            "account": "user = root\ngroup = root" if os.geteuid() == 0 else "",
        }
        (run / "fpm.conf").write_text(
            _FPM.format(**names, processes=2 * cores + 1), encoding="utf-8"
        )
        (run / "nginx.conf").write_text(_NGINX.format(**names, processes=cores), encoding="utf-8")
        as_root = ["--allow-to-run-as-root"] if os.geteuid() == 0 else []
        stack.enter_context(
            running(
                [programs["php-fpm"], "--nodaemonize", *as_root, "-y", run / "fpm.conf"],
                log=run / "php.log",
                env=os.environ,
                is_ready=(run / "fpm.socket").exists,
            )
        )
        url = f"{origin}/?p={number.strip()}"
        stack.enter_context(
            running(
                [programs["nginx"], "-e", "stderr", "-p", run, "-c", run / "nginx.conf"],
                log=run / "nginx.log",
                env=os.environ,
                is_ready=gives_a_page(url),
            )
        )
        yield url


def _programs() -> dict[str, Path]:
    if not (_DEBIANS / "wp-load.php").exists():
        raise Missing("WordPress is not on this machine; get it with: apt-get install wordpress")
    newest = sorted(Path("/usr/sbin").glob("php-fpm[0-9]*"))
    if not newest:
        raise Missing("PHP-FPM is not on this machine; get it with: apt-get install php-fpm")
    return {
        "php-fpm": newest[-1],
        "php": program("php", package="php-cli"),
        "mariadbd": program("mariadbd", package="mariadb-server"),
        "mariadb-install-db": program("mariadb-install-db", package="mariadb-server"),
        "mariadb": program("mariadb", package="mariadb-client"),
        "nginx": program("nginx", package="nginx"),
    }


def _lay_out(paper: Path, article: Article, run: Path, origin: str) -> None:
    """WordPress in a folder of its own, with a theme that is a page of ours."""
    shutil.copytree(_DEBIANS, paper, ignore_dangling_symlinks=True)
    (paper / "wp-config.php").write_text(
        _CONFIGURATION.format(run=run, origin=origin), encoding="utf-8"
    )
    (paper / "fill.php").write_text(_FILL, encoding="utf-8")
    (paper / "body.html").write_text(article.body, encoding="utf-8")
    shutil.copy(article.photo, paper / "photo.jpg")
    news = paper / "wp-content/themes/news"
    news.mkdir(parents=True)
    (news / "style.css").write_text("/* Theme Name: News */\n", encoding="utf-8")
    (news / "index.php").write_text(article.template(body=_LOOP), encoding="utf-8")
    (news / "functions.php").write_text(_FUNCTIONS, encoding="utf-8")


def _start_database(programs: dict[str, Path], folder: Path, run: Path, stack: ExitStack) -> None:
    data, address = folder / "data", run / "mariadb.socket"
    as_root = ["--user=root"] if os.geteuid() == 0 else []
    _run(
        [
            programs["mariadb-install-db"],
            *("--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"),
            *(f"--datadir={data}", *as_root),
        ],
        folder,
    )
    stack.enter_context(
        running(
            [
                programs["mariadbd"],
                *("--no-defaults", "--skip-networking", *as_root),
                *(f"--datadir={data}", f"--socket={address}", f"--pid-file={run}/mariadb.pid"),
            ],
            log=run / "mariadb.log",
            env=os.environ,
            is_ready=address.exists,
        )
    )
    words = [programs["mariadb"], "--no-defaults", f"--socket={address}", "-uroot"]
    _run([*words, "-e", "CREATE DATABASE news CHARACTER SET utf8mb4"], folder)


def _run(argv: Sequence[str | Path], folder: Path) -> str:
    done = subprocess.run(argv, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        said = f"{done.stdout}{done.stderr}"[-1000:]
        raise Broken(f"no WordPress could be made, {Path(argv[0]).name} failed: {said}")
    return done.stdout
