from __future__ import annotations

from pathlib import Path

import pytest

from bench.missing import Missing, program


def test_a_program_is_found_where_the_shell_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "press-of-ours"
    made.write_text("#!/bin/sh\n", encoding="utf-8")
    made.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert program("press-of-ours", package="ours") == made


def test_a_program_that_is_not_here_is_named_with_how_to_get_it() -> None:
    with pytest.raises(Missing) as said:
        program("no-such-press", package="some-press")

    assert str(said.value) == (
        "no-such-press is not on this machine; get it with: apt-get install some-press"
    )
