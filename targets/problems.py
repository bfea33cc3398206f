"""What is wrong in a profile, said to the vendor: the key, the fault, and what was probably meant (in French)."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from targets.faults import ProfileError
from targets.sections import KINDS, LINES, PLAIN

Problems = dict[str, str]
"""Dotted key of the profile (empty for the file itself) -> what is wrong with it."""

_FORMS = {
    "string_type": "un texte entre guillemets est attendu",
    "string_too_short": "un texte non vide est attendu",
    "bool_type": "true ou false est attendu, sans guillemets",
    "bool_parsing": "true ou false est attendu, sans guillemets",
    "int_type": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "int_from_float": "un nombre entier est attendu",
    "float_type": "un nombre est attendu",
    "float_parsing": "un nombre est attendu",
    "tuple_type": 'une liste est attendue (exemple : ["a", "b"])',
    "too_short": "une liste non vide est attendue",
    "dict_type": "une table est attendue",
    "model_type": "une table est attendue",
    "model_attributes_type": "une table est attendue",
    "missing": "clé obligatoire absente",
    "greater_than": "une valeur supérieure à {gt} est attendue",
    "less_than": "une valeur inférieure à {lt} est attendue",
    "less_than_equal": "une valeur d'au plus {le} est attendue",
    "literal_error": "une de ces valeurs est attendue : {expected}",
    "timezone_aware": "un instant avec son décalage est attendu (exemple : 2026-01-31T10:00:00+01:00)",
    "value_error": "{error}",
}
_DATES = ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact")


def refusal(path: Path, problems: Problems) -> ProfileError:
    """The error of a profile with all its problems, one line each."""
    lines = [f"- {key} : {text}" if key else f"- {text}" for key, text in problems.items()]
    return ProfileError("\n".join([f"Profil refusé : {path}", *lines]))


def of_validation(error: ValidationError) -> Problems:
    """The problems that pydantic found, with the keys as the vendor wrote them."""
    found = dict(_problem(details) for details in error.errors())
    return {key: text for key, text in found.items() if not _emptied(key, text, found)}


def meant(word: str, known: Iterable[str], *, else_list: str) -> str:
    """« vouliez-vous dire … ? » when a known word is near, otherwise the list of the known words."""
    words = list(known)
    near = _near(word, words)
    if near:
        return f"vouliez-vous dire « {near} » ?"
    return f"{else_list} : {', '.join(words)}"


def dotted(keys: Iterable[str]) -> str:
    """A key as it is written in TOML: a part that has a dot is quoted."""
    return ".".join(f'"{key}"' if "." in key else key for key in keys)


def _problem(details: ErrorDetails) -> tuple[str, str]:
    loc, kind, context = [str(part) for part in details["loc"]], details["type"], details.get("ctx", {})
    if kind.startswith("union_tag"):
        return f"{loc[0]}.kind", _kind(loc[0], context.get("tag"))
    if kind == "extra_forbidden":
        return _key(loc), "clé inconnue ; " + meant(loc[-1], _keys_beside(loc), else_list="clés admises")
    return _key(loc), _form(kind, context, details["msg"])


def _emptied(key: str, text: str, found: Problems) -> bool:
    """Whether a list is said too short only because what it holds was refused."""
    return text == _FORMS["too_short"] and any(other.startswith(f"{key}.") for other in found)


def _form(kind: str, context: dict[str, Any], message: str) -> str:
    if kind in _DATES:
        return "une date est attendue (exemple : 2027-01-31)"
    return _FORMS[kind].format(**context).replace(" or ", " ou ") if kind in _FORMS else message


def _kind(lever: str, given: str | None) -> str:
    available = KINDS[lever]
    listed = ", ".join(f'"{kind}"' for kind in available)
    if given is None:
        return f"clé obligatoire absente (disponibles dans cette version : {listed})"
    near = _near(given, available)
    guess = f' ; vouliez-vous dire "{near}" ?' if near else ""
    return f'"{given}" n\'est pas disponible dans cette version (disponibles : {listed}){guess}'


def _near(word: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.55)), None)


def _key(loc: list[str]) -> str:
    """The dotted key: without the kind that pydantic inserts after a lever, nor the place in a list."""
    parts = loc[:1] + loc[2:] if loc[0] in KINDS and len(loc) > 1 else loc
    return dotted(part for part in parts if part != "[key]")


def _keys_beside(loc: list[str]) -> Iterable[str]:
    section, *rest = loc
    if not rest:
        return (*PLAIN, *KINDS, *LINES, "variants")
    if section in KINDS:
        return KINDS[section][rest[0]].model_fields
    return (PLAIN.get(section) or LINES[section]).model_fields
