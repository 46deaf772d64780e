from __future__ import annotations

import re
from urllib.parse import urlsplit

from pydantic import Field, ValidationInfo, field_validator

from broadsheet.setting.group import Group

_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_PART = re.compile(r"(?!\.+$)[A-Za-z0-9._-]+")


class StoreConfig(Group):
    """Photos, recordings and the site are kept on this machine, or in a store that speaks S3."""

    bucket: str = Field(
        "", description="The bucket in which they are kept; empty for the disk of this machine."
    )
    url: str = Field(
        "",
        description="The store's address, such as https://s3.example; empty for Amazon's own.",
    )
    region: str = Field("us-east-1", min_length=1, description="The region that requests name.")
    prefix: str = Field(
        "",
        description="What every name begins with, where others use the bucket too.",
    )
    key_id: str = Field(
        "",
        description=(
            "The name of the access key; better BROADSHEET_STORE__KEY_ID. Empty where the machine "
            "is given its keys by its provider."
        ),
    )
    key_secret: str = Field("", description="Its secret; better BROADSHEET_STORE__KEY_SECRET.")

    @field_validator("bucket")
    @classmethod
    def _is_a_bucket(cls, value: str) -> str:
        if value and not _BUCKET.fullmatch(value):
            raise ValueError("write 3 to 63 small letters, digits, dots and hyphens")
        return value

    @field_validator("url")
    @classmethod
    def _is_an_address(cls, value: str, info: ValidationInfo) -> str:
        if value and not info.data.get("bucket"):
            raise ValueError("name the [store] bucket as well, or take the address out")
        if value and not _is_origin(value):
            raise ValueError("write an address such as https://s3.example:9000, and no more")
        return value

    @field_validator("prefix")
    @classmethod
    def _is_a_folder(cls, value: str) -> str:
        if value and not all(_PART.fullmatch(part) for part in value.split("/")):
            raise ValueError("write plain names with slashes between them, such as papers/courier")
        return value


def _is_origin(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    own = f"{parts.hostname}:{port}" if port else parts.hostname
    is_bare = not (parts.query or parts.fragment or parts.username) and parts.path in {"", "/"}
    return parts.scheme in {"http", "https"} and bool(own) and is_bare
