"""Posts as fast as it can from eight threads, and prints each comment's number once it is accepted.

`python -m tests.talk.poster REPORT READER` in the newsroom that BROADSHEET_NEWSROOM names.
"""

from __future__ import annotations

import os
import sys
import threading
import uuid

import django


def main(report_id: int, reader_id: int) -> None:
    from django.utils import timezone

    from broadsheet.readers.models import Account
    from broadsheet.talk.post import Draft, post
    from broadsheet.talk.report_under_talk import report_under_talk

    def keep_posting() -> None:
        reader = Account.objects.get(pk=reader_id)
        while True:
            key = uuid.uuid4()
            draft = Draft(key=key, typed=f"I say {key}.", network="10.0.0.1/32")
            comment = post(draft, report_under_talk(report_id), reader, now=timezone.now())
            # One write each: lines of several threads do not mix.
            os.write(1, f"{comment.pk} {key}\n".encode())

    for _ in range(8):
        threading.Thread(target=keep_posting).start()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
    django.setup()
    main(int(sys.argv[1]), int(sys.argv[2]))
