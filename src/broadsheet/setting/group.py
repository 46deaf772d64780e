from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Group(BaseModel):
    """One table of the file. A name that it does not know is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)
