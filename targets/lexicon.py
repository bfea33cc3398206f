"""The names of screens, fields, actions and texts (``lexicon.toml``), with what a target's profile overrides."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Self

from targets.faults import Fault
from targets.names import Name, named
from targets.problems import Problems, dotted, meant
from targets.sections import Override

__all__ = ["Lexicon", "Name", "ScreenWords", "problems"]

_GROUPS = ("champs", "actions", "textes")
_NOTHING = Override()


@dataclass(frozen=True)
class ScreenWords:
    """The names of one screen; ``key`` is the screen's own in the lexicon."""

    key: str
    title: Name
    fields: Mapping[str, Name]
    actions: Mapping[str, Name]
    messages: Mapping[str, Name]

    def field(self, key: str) -> Name:
        """A form control."""
        return self._known(self.fields, key)

    def action(self, key: str) -> Name:
        """A button or a link: the sheets use one or the other for the same thing (C73)."""
        return self._known(self.actions, key)

    def message(self, key: str) -> Name:
        """A text that the screen shows."""
        return self._known(self.messages, key)

    def action_called(self, label: str) -> str:
        """The key of the action that a feature calls by its label."""
        for key, name in self.actions.items():
            if name.matches(label):
                return key
        raise Fault(f"Le lexique n'a pas de commande « {label} » à l'écran « {self.title.spoken} ».")

    def field_called(self, label: str) -> str:
        """The key of the form control that a feature calls by its label."""
        for key, name in self.fields.items():
            if name.matches(label):
                return key
        raise Fault(f"Le lexique n'a pas de champ « {label} » à l'écran « {self.title.spoken} ».")

    def _known(self, names: Mapping[str, Name], key: str) -> Name:
        if key not in names:
            raise Fault(f"Le lexique n'a pas « {key} » à l'écran « {self.key} » : {', '.join(names)}.")
        return names[key]


@dataclass(frozen=True)
class Lexicon:
    """Every screen that the sheets describe, by its key."""

    screens: Mapping[str, ScreenWords]

    @classmethod
    def load(cls, overrides: Mapping[str, Override] | None = None) -> Self:
        """The sheets' names, some of them overridden by ``[lexicon]`` of a profile (already checked by ``load``)."""
        return cls({key: _screen(key, overrides or {}) for key in _sheets()})

    def screen(self, key: str) -> ScreenWords:
        """The names of one screen."""
        if key not in self.screens:
            raise Fault(f"Le lexique n'a pas d'écran « {key} » : {', '.join(self.screens)}.")
        return self.screens[key]


def problems(overrides: Mapping[str, Override]) -> Problems:
    """What is wrong in ``[lexicon]`` of a profile: a name that no screen has, a line that says nothing."""
    found: Problems = {}
    for key, override in overrides.items():
        screen, _, name = key.partition(".")
        if screen not in _sheets():
            found[dotted(("lexicon", key))] = "écran inconnu ; " + meant(screen, _sheets(), else_list="écrans")
        elif name not in _names(screen):
            found[dotted(("lexicon", key))] = "nom inconnu ; " + meant(
                name, _names(screen), else_list="noms de l'écran"
            )
        elif override == _NOTHING:
            found[dotted(("lexicon", key))] = 'une clé est attendue : label, role ou css (exemple : { label = "…" })'
    return found


@cache
def _sheets() -> dict[str, dict[str, Any]]:
    """The screens of the file, each with the names that all screens of its procedure share."""
    document = tomllib.loads((files("targets") / "lexicon.toml").read_text("utf-8"))
    shared = document["procedures"]
    return {
        key: _with_shared(screen, shared.get(screen.get("procedure"), {})) for key, screen in document["ecrans"].items()
    }


def _with_shared(screen: dict[str, Any], procedure: dict[str, Any]) -> dict[str, Any]:
    groups = {group: {**procedure.get(group, {}), **screen.get(group, {})} for group in _GROUPS}
    return {"titre": screen["titre"], **groups}


def _names(screen: str) -> list[str]:
    sheet = _sheets()[screen]
    return ["titre", *(name for group in _GROUPS for name in sheet[group])]


def _screen(key: str, overrides: Mapping[str, Override]) -> ScreenWords:
    sheet = _sheets()[key]
    groups = [{name: _name(key, name, words, overrides) for name, words in sheet[group].items()} for group in _GROUPS]
    return ScreenWords(key, _name(key, "titre", sheet["titre"], overrides), *groups)


def _name(screen: str, name: str, words: str | list[str], overrides: Mapping[str, Override]) -> Name:
    override = overrides.get(f"{screen}.{name}", _NOTHING)
    wordings = [override.label] if override.label else [words] if isinstance(words, str) else words
    return named(wordings, css=override.css, role=override.role)
