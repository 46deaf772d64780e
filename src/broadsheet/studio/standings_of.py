"""A report → how each reading by a person stands, for its form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from broadsheet.desk.models import ReportPage
from broadsheet.studio.models import HumanReading, Recording
from broadsheet.studio.text_of_reading import versions_of

State = Literal["earlier", "waiting", "voicing", "failed", "uncleared", "heard", "ready"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A reading and how it stands.

    `earlier` is of a text that is there no more, `uncleared` waits for somebody who may publish,
    `heard` is what readers hear, `ready` will be as soon as its draft is published.
    """

    reading: HumanReading
    recording: Recording | None
    state: State

    @property
    def is_on_page(self) -> bool:
        return self.state == "heard"

    @property
    def is_moving(self) -> bool:
        return self.state in {"waiting", "voicing"}


def standings_of(report: ReportPage) -> tuple[Standing, ...]:
    """The latest first."""
    readings = report.human_readings.select_related("author", "recording")
    if not readings:
        return ()
    versions = versions_of(report)
    digests = {one.digest for one in versions}
    published = {one.digest for one in versions if one.is_published}
    return tuple(_standing(one, digests, published) for one in readings)


def _standing(reading: HumanReading, digests: set[str], published: set[str]) -> Standing:
    recording = getattr(reading, "recording", None)
    return Standing(reading, recording, _state(reading, recording, digests, published))


def _state(
    reading: HumanReading, recording: Recording | None, digests: set[str], published: set[str]
) -> State:
    if reading.text_digest not in digests or recording is None:
        return "earlier"
    match recording.state:
        case Recording.State.WAITING:
            return "waiting"
        case Recording.State.VOICING:
            return "voicing"
        case Recording.State.FAILED:
            return "failed"
    if not reading.is_cleared:
        return "uncleared"
    return "heard" if reading.text_digest in published else "ready"
