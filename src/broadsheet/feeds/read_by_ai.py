"""How sound that a machine has made of a report is labelled, for people."""

from __future__ import annotations

READ_BY_AI = "Written by reporters, read by AI"
