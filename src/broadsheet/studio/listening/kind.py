"""The first bytes of a file → which kind of sound it is."""

from __future__ import annotations

KINDS = "WAV, MP3, M4A, FLAC, Ogg or Opus"
ENDINGS = {"wav": ".wav", "mov": ".m4a", "flac": ".flac", "ogg": ".ogg", "mp3": ".mp3"}
HEAD_BYTES = 12


def kind_of(head: bytes) -> str:
    """FFmpeg's name of the container, "" for a file of no kind that is taken.

    The decoder is told the kind and never guesses: some that it would guess are lists of other
    files and addresses, which it would open.
    """
    if head[:4] in {b"RIFF", b"RF64"} and head[8:12] == b"WAVE":
        return "wav"
    if head[4:8] == b"ftyp":
        return "mov"
    if head[:4] == b"fLaC":
        return "flac"
    if head[:4] == b"OggS":
        return "ogg"
    return "mp3" if head[:3] == b"ID3" or _is_mpeg_layer_3(head) else ""


def _is_mpeg_layer_3(head: bytes) -> bool:
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2
