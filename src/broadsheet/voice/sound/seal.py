"""A newsroom's signing key → content credentials that say who published a file and what made it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

import broadsheet
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.tags import Tags

_MEDIA_TYPE = "audio/mpeg"
_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}


@dataclass(frozen=True, slots=True)
class Seal:
    """A key in PEM and its certificate with those that vouch for it, the newsroom's own first.

    `time_authority` is the address of an RFC 3161 time stamp service; without one nothing is
    asked of any other host, and the seal is worth as long as the certificate is.
    """

    algorithm: str
    certificates: bytes
    key: bytes = field(repr=False)
    time_authority: str = ""


def read_seal(certificates: Path, key: Path, *, now: dt.datetime, time_authority: str = "") -> Seal:
    """The seal in two PEM files, looked over. Raises SoundError where it could not be used now."""
    chain, private = _read(certificates), _read(key)
    try:
        own = x509.load_pem_x509_certificates(chain)[0]
    except ValueError as error:
        raise SoundError(
            f"{certificates} holds no certificate ({error}); give the chain in PEM, your own first"
        ) from error
    try:
        signer = load_pem_private_key(private, password=None)
    except (ValueError, TypeError) as error:
        raise SoundError(
            f"{key} holds no key that can be read ({error}); give it in PEM without a password"
        ) from error
    if signer.public_key() != own.public_key():
        raise SoundError(f"{key} does not belong to the first certificate in {certificates}")
    if not own.not_valid_before_utc <= now <= own.not_valid_after_utc:
        raise SoundError(
            f"the certificate in {certificates} is good from {own.not_valid_before_utc:%Y-%m-%d} "
            f"to {own.not_valid_after_utc:%Y-%m-%d} and now it is {now:%Y-%m-%d}; renew it"
        )
    # The signing library reads no other form of key.
    plain = signer.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Seal(_algorithm(signer, key), chain, plain, time_authority)


def seal_mp3(path: Path, tags: Tags, seal: Seal) -> None:
    """Put content credentials into a finished MP3; whatever is changed after that breaks them.

    They name the report, the newspaper, the voice and that a model made the sound, or who read it.
    Raises SoundError where the file cannot be signed; it is then as it was.

    Source: C2PA Technical Specification 2.
    """
    sealed = path.with_suffix(".sealed")
    try:
        with (
            _signer(seal) as signer,
            c2pa.Builder(_manifest(tags)) as builder,
            path.open("rb") as source,
            sealed.open("w+b") as target,
        ):
            builder.sign(signer, _MEDIA_TYPE, source, target)
        sealed.replace(path)
    except c2pa.C2paError as error:
        raise SoundError(
            f"{path.name} cannot be signed ({error}); look at the signing key and certificates"
        ) from error
    finally:
        sealed.unlink(missing_ok=True)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SoundError(
            f"{path} cannot be read ({error.strerror}); set the path of the signing key and of "
            "its certificates, or sign nothing"
        ) from error


def _algorithm(key: PrivateKeyTypes, path: Path) -> str:
    match key:
        case ec.EllipticCurvePrivateKey() if key.curve.name in _CURVES:
            return _CURVES[key.curve.name]
        case rsa.RSAPrivateKey():
            return "ps256"
        case ed25519.Ed25519PrivateKey():
            return "ed25519"
    raise SoundError(
        f"{path} is a key of a kind that content credentials do not know; "
        "take one on the curve P-256, P-384 or P-521, an RSA key or an Ed25519 key"
    )


def _signer(seal: Seal) -> c2pa.Signer:
    return c2pa.Signer.from_info(
        c2pa.C2paSignerInfo(
            seal.algorithm.encode(),
            seal.certificates,
            seal.key,
            seal.time_authority.encode() or None,
        )
    )


def _manifest(tags: Tags) -> dict[str, object]:
    agent = {"name": "Broadsheet", "version": broadsheet.__version__}
    made: dict[str, object] = {
        "action": "c2pa.created",
        "digitalSourceType": tags.digital_source_type,
        "description": f"{tags.newspaper}: {tags.label}",
    }
    if not tags.reader:
        # What a person read was made by no software.
        made["softwareAgent"] = agent
    return {
        "title": tags.title,
        "claim_generator_info": [agent],
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [made]}}],
    }
