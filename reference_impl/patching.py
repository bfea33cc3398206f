"""How the start options change the healthy code, which carries no trace of them: ``--defect`` and ``--variation``."""

from collections.abc import Callable
from functools import wraps
from importlib.resources import files
from typing import Any

from flask.templating import DispatchingJinjaLoader
from jinja2 import Environment

_TEMPLATES = files("reference_impl.web") / "templates"


class TextNotFound(LookupError):
    """The text that is to be replaced is not there: what replaces it is out of date."""


def wrap(owner: object, name: str, other: Callable[..., Any]) -> None:
    """Have ``other`` called in the place of ``owner.name``, with what stood there before the arguments.

    Raises AttributeError where nothing stands there: the healthy code has changed.
    """
    sound = getattr(owner, name)

    @wraps(sound)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        return other(sound, *args, **kwargs)

    setattr(owner, name, wrapped)


def before(owner: object, name: str, act: Callable[..., object]) -> None:
    """Have ``act`` done with the same arguments each time before ``owner.name``. Raises AttributeError as ``wrap``."""

    def acting(sound: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        act(*args, **kwargs)
        return sound(*args, **kwargs)

    wrap(owner, name, acting)


def after(owner: object, name: str, change: Callable[[Any], Any]) -> None:
    """Have what ``owner.name`` returns passed through ``change``. Raises AttributeError as ``wrap``."""
    wrap(owner, name, lambda sound, *args, **kwargs: change(sound(*args, **kwargs)))


def put(owner: object, name: str, value: object) -> None:
    """Give ``owner.name`` another value. Raises AttributeError where it has none."""
    getattr(owner, name)
    setattr(owner, name, value)


def template(place: str) -> str:
    """The source of a template of the site."""
    return (_TEMPLATES / place).read_text(encoding="utf-8")


def change_template(place: str, change: Callable[[str], str]) -> None:
    """Have the template at ``place`` read through ``change`` from now on; what ``change`` raises is raised now."""
    change(template(place))
    sound = DispatchingJinjaLoader.get_source

    def get_source(loader: DispatchingJinjaLoader, environment: Environment, name: str) -> object:
        source, *rest = sound(loader, environment, name)
        return (change(source) if name == place else source, *rest)

    DispatchingJinjaLoader.get_source = get_source  # type: ignore[method-assign,assignment] # this is the patch
