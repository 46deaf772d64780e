"""A certificate authority of our own, good for nothing but tests."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAY = dt.timedelta(days=1)
_NO_USES = (
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "encipher_only",
    "decipher_only",
)
Key = CertificateIssuerPrivateKeyTypes


@dataclass(frozen=True)
class Chain:
    """Paths of PEM files: the newsroom's key, its chain, and the authority to be trusted."""

    key: Path
    certificates: Path
    authority: Path


def make_key(kind: str = "P-256") -> Key:
    match kind:
        case "P-256":
            return ec.generate_private_key(ec.SECP256R1())
        case "P-384":
            return ec.generate_private_key(ec.SECP384R1())
        case "RSA":
            return rsa.generate_private_key(public_exponent=65537, key_size=2048)
        case _:
            return ed25519.Ed25519PrivateKey.generate()


def make_chain(
    folder: Path,
    *,
    now: dt.datetime,
    until: dt.timedelta = 30 * DAY,
    key: Key | None = None,
    key_format: PrivateFormat = PrivateFormat.PKCS8,
) -> Chain:
    authority_key, own_key = make_key(), key or make_key()
    authority = _certificate("Test Authority", None, authority_key, authority_key, now, 90 * DAY)
    own = _certificate("Test Newsroom", authority.subject, authority_key, own_key, now, until)
    chain = Chain(folder / "key.pem", folder / "chain.pem", folder / "authority.pem")
    chain.key.write_bytes(own_key.private_bytes(Encoding.PEM, key_format, NoEncryption()))
    pems = [one.public_bytes(Encoding.PEM) for one in (own, authority)]
    chain.certificates.write_bytes(b"".join(pems))
    chain.authority.write_bytes(pems[1])
    return chain


def _certificate(
    name: str,
    issuer: x509.Name | None,
    issuer_key: Key,
    key: Key,
    now: dt.datetime,
    until: dt.timedelta,
) -> x509.Certificate:
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "The Quayside Courier"),
        ]
    )
    is_authority = issuer is None
    usage = dict.fromkeys(_NO_USES, False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer or subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 60 * DAY)
        .not_valid_after(now + until)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not is_authority,
                key_cert_sign=is_authority,
                crl_sign=is_authority,
                **usage,
            ),
            critical=True,
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if not is_authority:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False
        )
    return builder.sign(issuer_key, hashes.SHA256())
