"""Defects that change what a template says: one row each, applied while the template is read."""

from dataclasses import dataclass
from importlib.resources import files

from flask.templating import DispatchingJinjaLoader
from jinja2 import Environment

_TEMPLATES = files("reference_impl.web") / "templates"


class TextNotFound(LookupError):
    """The template does not hold the text that a row replaces: the row is out of date."""


@dataclass(frozen=True)
class TextDefect:
    """In ``template``, each ``find`` becomes ``replace``."""

    name: str
    template: str
    find: str
    replace: str
    breaks: str
    neighbours: tuple[str, ...] = ()

    def install(self) -> None:
        """Have the templates read through this row from now on. Raises TextNotFound where it does not fit."""
        self.applied_to((_TEMPLATES / self.template).read_text(encoding="utf-8"))
        sound = DispatchingJinjaLoader.get_source
        row = self

        def get_source(loader: DispatchingJinjaLoader, environment: Environment, template: str) -> object:
            source, *rest = sound(loader, environment, template)
            return (row.applied_to(source) if template == row.template else source, *rest)

        DispatchingJinjaLoader.get_source = get_source  # type: ignore[method-assign,assignment] # this is the patch

    def applied_to(self, source: str) -> str:
        """The faulty template."""
        if self.find not in source:
            raise TextNotFound(f"{self.name}: « {self.find} » is not in {self.template}")
        return source.replace(self.find, self.replace)


_ROWS = (
    TextDefect(
        "screen-1-heading",
        "forgotten/address.html",
        "<h2>Adresse électronique de connexion</h2>",
        "<h2>Votre identifiant</h2>",
        "EP6-2-11",
    ),
    TextDefect(
        "no-captcha-sound",
        "macros.html",
        '<a href="{{ captcha.sound }}" data-captcha-sound>Ecouter l\'extrait sonore</a>',
        "<span data-captcha-sound></span>",
        "EP6-2-12",
        ("C19", "G37"),
    ),
)


def text_defects() -> tuple[TextDefect, ...]:
    """All rows."""
    return _ROWS
