"""Which hosts may be driven: never production (README, "Safety"), never an address that hides where it goes."""

import re
import unicodedata
from urllib.parse import SplitResult, unquote, urlsplit

from targets.placeholders import sample

PRODUCTION = "impots.gouv.fr"

_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?|[0-9a-f:]*:[0-9a-f:.]*")
_DECEPTIVE = re.compile(r"[\s\\\x00-\x1f\x7f]")


def is_production(host: str) -> bool:
    """Whether a host name, as a browser would understand it, is the real tax site or one of its subdomains.

    Takes a bare name or ``name:port``; case, percent signs, full-width letters and trailing dots do not hide it.
    """
    name = canonical(host)
    return name == PRODUCTION or name.endswith("." + PRODUCTION)


def canonical(host: str) -> str:
    """The host as it is really looked up: IDNA, lower case, no port, no brackets, no trailing dot."""
    return _looked_up(re.sub(r"^(\[[^]]*]|[^:]*):\d*$", r"\1", host.strip()))


def host_name(host: str) -> str:
    """A host of the profile, in its canonical form; ValueError (French) otherwise."""
    _refuse_production(host)
    name = _looked_up(host)
    if not _HOST.fullmatch(name):
        raise ValueError("un nom d'hôte seul est attendu, sans protocole ni port (exemple : recette.exemple.fr)")
    return name


def web_address(url: str) -> str:
    """An http(s) address, placeholders allowed, returned as written; ValueError (French) otherwise."""
    if _DECEPTIVE.search(url):
        raise ValueError("une adresse web ne contient ni espace, ni barre oblique inverse, ni caractère de contrôle")
    parts = _split(sample(url))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("une adresse http:// ou https:// est attendue")
    _refuse_production(parts.hostname)
    if "@" in parts.netloc:
        raise ValueError("pas d'identifiants dans une adresse ; utiliser target.headers et une variable ${NOM}")
    return url


def base_address(url: str) -> str:
    """The target's own address: a ``web_address`` with neither query nor fragment, kept without trailing slash."""
    web_address(url)
    if "?" in url or "#" in url:
        raise ValueError("ni « ? » ni « # » dans l'adresse de base")
    return url.rstrip("/")


def host_of(url: str) -> str:
    """The canonical host of an address that ``web_address`` accepted."""
    return canonical(urlsplit(sample(url)).hostname or "")


def _looked_up(name: str) -> str:
    name = unquote(name).strip("[]")
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:  # cannot be looked up at all: compared as it reads
        name = unicodedata.normalize("NFKC", name)
    return name.casefold().rstrip(".")


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises when it is not a port
    except ValueError as error:
        raise ValueError("une adresse http:// ou https:// et un port de 0 à 65535 sont attendus") from error
    return parts


def _refuse_production(host: str) -> None:
    if is_production(host):
        raise ValueError(f"{canonical(host)} est le site de production : il n'est jamais piloté")
