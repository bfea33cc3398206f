"""Keys and signatures of dossiers: Ed25519, in PEM files. What is signed is the manifest, which hashes all the rest."""

import base64
import hashlib
import json
from binascii import Error as Base64Error

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from reports.dossier.archive import DossierRefused

_PURPOSE = b"focus-conformance dossier 1\n"
"""Signed with the manifest, so that the signature of something else never passes for that of a dossier."""
_ALGORITHM = "Ed25519"


class KeyUnusable(Exception):
    """The key is not one that signs or verifies dossiers; the message says why, in French."""


def new_pair() -> tuple[bytes, bytes]:
    """A new private key and its public key, in PEM; the private one is not encrypted."""
    private = Ed25519PrivateKey.generate()
    secret = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return secret, _pem(private.public_key())


def private_key(pem: bytes) -> Ed25519PrivateKey:
    """Raises KeyUnusable."""
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError) as error:
        raise KeyUnusable(
            "ce n'est pas une clé privée PEM sans mot de passe (focus report keygen en fait une)"
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyUnusable("ce n'est pas une clé Ed25519 (focus report keygen en fait une)")
    return key


def public_key(pem: bytes) -> Ed25519PublicKey:
    """Raises KeyUnusable."""
    if b"PRIVATE" in pem:
        raise KeyUnusable("c'est une clé privée : vérifier demande la clé publique, et la privée ne se donne pas")
    try:
        key = load_pem_public_key(pem)
    except ValueError as error:
        raise KeyUnusable("ce n'est pas une clé publique PEM") from error
    if not isinstance(key, Ed25519PublicKey):
        raise KeyUnusable("ce n'est pas une clé publique Ed25519")
    return key


def fingerprint(key: Ed25519PublicKey) -> str:
    """A short name of the key, to be compared by eye with what its owner says."""
    raw = key.public_bytes(Encoding.Raw, PublicFormat.Raw)
    return f"SHA256:{base64.b64encode(hashlib.sha256(raw).digest()).decode().rstrip('=')}"


def sign(manifest: bytes, key: Ed25519PrivateKey) -> bytes:
    """The text of ``signature.json``."""
    return _written(key.public_key(), key.sign(_PURPOSE + manifest))


def _written(key: Ed25519PublicKey, value: bytes) -> bytes:
    told = {"algorithm": _ALGORITHM, "public_key": _pem(key).decode(), "signature": base64.b64encode(value).decode()}
    return (json.dumps(told, indent=2) + "\n").encode()


def signer(manifest: bytes, signature: bytes) -> Ed25519PublicKey:
    """The key that signed this manifest. Raises DossierRefused when none did."""
    try:
        told = json.loads(signature)
        key, value = public_key(told["public_key"].encode()), base64.b64decode(told["signature"], validate=True)
        if _written(key, value) != signature:  # nothing signs what else would be told there
            raise DossierRefused("la signature est illisible, ou dit autre chose qu'une signature")
        key.verify(value, _PURPOSE + manifest)
    except InvalidSignature as error:
        raise DossierRefused("la signature n'est pas celle de ce manifeste") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, Base64Error, KeyUnusable) as error:
        raise DossierRefused("la signature est illisible") from error
    return key


def _pem(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
