"""`serve()` in a process of its own, with stand-ins for Django and the press."""

from __future__ import annotations

import sys
from pathlib import Path

from broadsheet.config import Config
from broadsheet.server.nginx import find_nginx
from broadsheet.server.serve import serve
from broadsheet.server.supervise import ServeError

PRESS = """
import os, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
print("at work for", os.environ["BROADSHEET_NEWSROOM"], "as", os.getpid())
while True:
    signal.pause()
"""


def main() -> int:
    home, port, web, has_nginx = sys.argv[1:]
    config = Config.model_validate({"home": Path(home), "server": {"port": int(port)}})
    try:
        return serve(
            config,
            web=f"tests.server.stand_in:{web}",
            front="tests.server.served_files:application",
            worker=(sys.executable, "-c", PRESS),
            booth=(sys.executable, "-c", PRESS),
            find=find_nginx if has_nginx == "nginx" else lambda: None,
        )
    except ServeError as error:
        print(f"error: {error}", flush=True)
        return 1


if __name__ == "__main__":
    sys.exit(main())
