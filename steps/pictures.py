"""The image to copy, at any screen that shows one: well or badly, in another image's place, or by ear (EP6-2-12)."""

from pytest_bdd import parsers, then, when

from steps.checks import holds, same
from steps.screens.captcha import GuardedScreen
from steps.screens.forgotten import EmailScreen
from steps.screens.procedure import ProcedureScreen
from steps.user import User
from targets.faults import Fault

GIVEN = "donne son adresse|accepte les conditions|saisit son code"
"""What each screen that shows an image asks for besides."""


def guarded(screen: ProcedureScreen) -> GuardedScreen:
    """``screen``, which shows an image."""
    if not isinstance(screen, GuardedScreen):
        raise Fault(f"L'écran « {screen.name} » ne montre pas d'image à recopier.")
    return screen


@when(parsers.re(rf"l'usager (?:{GIVEN}) et, pour l'image, (?P<signs>.+)"))
def copies_badly(user: User, signs: str) -> None:
    screen = guarded(user.shown())
    screen.give(user, _signs(signs, screen.captcha_answer()))


def all_wrong(answer: str) -> str:
    """As many signs as ``answer``, none of them right."""
    return "".join("b" if sign.casefold() != "b" else "d" for sign in answer)


def _signs(phrase: str, answer: str) -> str:
    return {
        "rien": "",
        "un signe de moins": answer[:-1],
        "un signe de plus": answer + "b",
        "autant de signes, tous faux": all_wrong(answer),
        "les bons signes en majuscules": answer.upper(),
    }[phrase]


@when("l'usager change l'image puis recopie l'ancienne", target_fixture="images")
def changes_the_image(user: User) -> tuple[bytes, bytes]:
    screen = guarded(user.shown())
    screen.require_distinct_pictures()
    old, answer = screen.picture(), screen.captcha_answer()
    new = screen.change_picture(old)
    screen.give(user, answer)
    return old, new


@when("l'usager écoute l'extrait sonore", target_fixture="sound")
def listens(user: User) -> tuple[str, float]:
    return guarded(user.shown()).listen()


@when("l'usager revient en arrière et redonne la même image")
def replays_the_image(user: User) -> None:
    screen = guarded(user.playing.screens[0](user.window))
    screen.require_distinct_pictures()
    user.window.back()
    screen.await_shown().give(user, user.window.last_signs)


@then("son adresse est restée saisie et une autre image est à recopier")
def email_kept_image_new(user: User) -> None:
    screen = EmailScreen(user.window).await_shown()
    same("L'adresse saisie", expected=user.email, seen=screen.field("adresse").input_value())
    same("Le champ de l'image", expected="", seen=screen.field("image").input_value())
    holds(screen.renewed(), "L'image", expected="une autre image", seen="la même")


@then("il ne demande pas de recopier une image")
def no_image(user: User) -> None:
    user.shown()
    same("Un champ pour recopier une image", expected=False, seen=EmailScreen(user.window).has_field("image"))


@then("l'image affichée n'est plus la même")
def image_has_changed(images: tuple[bytes, bytes]) -> None:
    old, new = images
    holds(old != new, "L'image après « Changer l'image »", expected="une autre image", seen="la même image")


@then("le site envoie un son lisible")
def sound_is_playable(sound: tuple[str, float]) -> None:
    kind, seconds = sound
    holds(kind.startswith("audio/") and seconds > 0, "L'extrait sonore",
          expected="un son d'une durée non nulle", seen=f"{kind}, {seconds:.1f} s")  # fmt: skip
