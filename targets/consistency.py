"""What is wrong in a profile whose lines are each well formed: its text as written, and section against section."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from targets import lexicon
from targets.placeholders import NAMES, is_variable, leaves, placeholders, unknown, unset, used
from targets.problems import Problems, dotted, meant

if TYPE_CHECKING:
    from targets.profile import Profile

_OF_ITS_OWN: dict[tuple[str, ...], str] = {("mail", "recipient"): "id", ("clock", "set"): "instant"}
"""Keys that have a placeholder of their own, which somebody else fills."""
_SECRETS = (("door", "token"), ("mail", "password"), ("target", "credentials", "password"))
_SECRET_HEADERS = ("authorization", "proxy-authorization", "cookie")


def of_text(document: Mapping[str, Any]) -> Problems:
    """What must be judged on the text as the vendor wrote it: placeholders, variables, secrets in clear."""
    problems: Problems = {}
    for path, text in leaves(document):
        for name in unknown(text, but=_OF_ITS_OWN.get(path[:2])):
            problems[dotted(path)] = f"{{{name}}} est inconnu ; " + meant(name, NAMES, else_list="admis")
        for name in unset(text):
            problems[dotted(path)] = f"la variable d'environnement {name} est absente ou vide"
        if _is_secret(path) and not (is_variable(text) or text == "{door_token}"):
            problems[dotted(path)] = "un secret ne s'écrit pas dans le profil ; utiliser une variable ${NOM}"
    return problems


def between_sections(profile: "Profile") -> Problems:
    """What no section can see alone: the door behind its levers, what a started site is told, the names overridden."""
    launch = _running(profile) if profile.start is None else _started(profile)
    return {**_door(profile), **launch, **_clock(profile), **_accounts(profile), **lexicon.problems(profile.lexicon)}


def _is_secret(path: tuple[str, ...]) -> bool:
    header = path[-1].casefold() if path[:2] == ("target", "headers") else ""
    account = path[-1] if path[:2] == ("spaces", "accounts") else ""
    return path in _SECRETS or header in _SECRET_HEADERS or account in ("password", "answer")


def _door(profile: "Profile") -> Problems:
    through_door = [lever for lever in ("clock", "captcha", "spaces") if getattr(profile, lever).kind == "door"]
    if not through_door or profile.door is not None:
        return {}
    return {"door": f'section absente, alors que kind = "door" dans {", ".join(through_door)}'}


def _clock(profile: "Profile") -> Problems:
    if profile.clock.kind != "faketime" or profile.start is not None:
        return {}
    return {"start": 'section absente, alors que clock.kind = "faketime" : le banc d\'essai doit lancer le site'}


def _accounts(profile: "Profile") -> Problems:
    """An account that can log in has a password; two accounts with one address would be one space."""
    if profile.spaces.kind != "accounts":
        return {}
    problems: Problems = {}
    seen: set[str] = set()
    for rank, account in enumerate(profile.spaces.accounts):
        if account.state != "certificate" and not account.password.get_secret_value():
            problems[f"spaces.accounts.{rank}.password"] = "clé obligatoire absente"
        if account.email.casefold() in seen:
            problems[f"spaces.accounts.{rank}.email"] = f"{account.email} est déjà celle d'un autre compte"
        seen.add(account.email.casefold())
    return problems


def _started(profile: "Profile") -> Problems:
    """A site that the harness starts must be told what the harness chose for it."""
    told = {name for _, name in placeholders(profile.model_dump(include={"start": {"command", "env"}}))}
    problems: Problems = {}
    if profile.mail.kind == "smtp" and profile.mail.port is None and "smtp_port" not in told:
        problems["start.command"] = "{smtp_port} n'y est pas, ni dans start.env : les courriels du site se perdraient"
    if profile.door and used(profile.door.token.get_secret_value()) and "door_token" not in told:
        problems["start.env"] = "{door_token} n'y est pas, ni dans start.command : la porte du site refuserait"
    return problems


def _running(profile: "Profile") -> Problems:
    """A site that is already running has its own address, token and mail port."""
    problems = {
        dotted(path): f"{{{name}}} n'a de valeur qu'avec une section [start]"
        for path, name in placeholders(profile.model_dump())
        if name != "base_url"
    }
    if profile.mail.kind == "smtp" and profile.mail.port is None:
        problems["mail.port"] = "clé obligatoire sans section [start] : le port où le site envoie ses courriels"
    return problems
