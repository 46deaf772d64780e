from __future__ import annotations

import pytest

from bench.__main__ import PARTS, main


def test_a_part_that_there_is_not_is_refused_with_those_that_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", "reading"])

    with pytest.raises(SystemExit) as left:
        main()

    assert left.value.code == 2
    assert f"reading is no part; name some of: {', '.join(PARTS)}" in capsys.readouterr().err


def test_a_quick_run_is_not_written_into_the_documents(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", "--quick", "--page", "performance.md"])

    with pytest.raises(SystemExit) as left:
        main()

    assert left.value.code == 2
    assert "a quick run is not to be quoted" in capsys.readouterr().err
