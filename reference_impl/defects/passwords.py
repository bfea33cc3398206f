"""Defects of the choice of a password: length, signs, history, strength, confirmation."""

from collections import defaultdict

from flask import Response, jsonify
from flask_wtf import FlaskForm
from wtforms import PasswordField

from reference_impl.defects import ALL, after, before, defect, put, wrap
from reference_impl.domain import passwords
from reference_impl.domain.passwords import Refusal
from reference_impl.domain.strength import Level
from reference_impl.procedures import forgotten
from reference_impl.store import spaces
from reference_impl.store.tables import Journey
from reference_impl.web import forgotten as screens
from reference_impl.web import forms


@defect("dix-neuf-caracteres-suffisent", breaks="EP6-1.3-3", neighbours=("G16",))
def _nineteen() -> None:
    """Un mot de passe de dix-neuf caractères est accepté."""
    put(passwords, "MINIMUM", 19)


@defect("vingt-caracteres-refuses", breaks="EP6-1.3-3", neighbours=("C29", "EP6-1.3-2", "G14"))
def _twenty_one() -> None:
    """Il faut vingt et un caractères : « au moins » est lu « plus de »."""
    put(passwords, "MINIMUM", 21)


@defect("soixante-quatre-caracteres-au-plus", breaks="G13")
def _sixty_four() -> None:
    """Un mot de passe de plus de 64 caractères est refusé."""
    put(passwords, "MAXIMUM", 64)


@defect("mot-de-passe-coupe-a-72", breaks="G13")
def _cut_everywhere() -> None:
    """Seuls les 72 premiers caractères comptent, à l'enregistrement comme à la connexion."""
    after(passwords, "normalise", lambda password: password[:72])


@defect("mot-de-passe-coupe-a-l-enregistrement", breaks="G13")
def _cut_when_kept() -> None:
    """Seuls les 64 premiers caractères sont enregistrés : entier, le mot de passe n'ouvre plus."""
    wrap(forgotten, "change", lambda sound, site, journey, password, now: sound(site, journey, password[:64], now))


@defect("long-mot-de-passe-en-panne", breaks="G13", neighbours=("G14",))
def _too_long_for_the_site() -> None:
    """Un mot de passe de plus de 4 000 caractères met le site en panne."""

    def choke(site: object, journey: object, password: str) -> None:
        if len(password) > 4000:
            raise MemoryError

    before(forgotten, "refusals", choke)


@defect("espace-admis", breaks="C01")
def _with_spaces() -> None:
    """Un espace est admis dans le mot de passe, que le site déclare refuser."""
    put(passwords, "_VISIBLE_ASCII", passwords._VISIBLE_ASCII | {" "})


@defect("accents-admis", breaks="C01")
def _with_accents() -> None:
    """Des lettres accentuées sont admises, que le site déclare refuser."""
    put(passwords, "_VISIBLE_ASCII", passwords._VISIBLE_ASCII | set("éçœÉ"))


@defect("un-seul-accent-admis", breaks="C01")
def _with_one_accent() -> None:
    """Le « é » est admis dans le mot de passe quand les autres accents y sont refusés."""
    put(passwords, "_VISIBLE_ASCII", passwords._VISIBLE_ASCII | {"é"})


@defect("ponctuation-exigee", breaks="EP6-1.3-2", neighbours=(ALL,))
def _with_punctuation_only() -> None:
    """Un mot de passe fait de chiffres et de lettres seulement est refusé."""
    wrap(
        passwords,
        "refusals",
        lambda sound, password: sound(password) or ([Refusal.OTHER_SIGN] if password.isalnum() else []),
    )


@defect("meme-mot-de-passe-accepte", breaks="EP6-1.3-4", neighbours=("G16",))
def _same_again() -> None:
    """Le mot de passe en vigueur peut être choisi de nouveau."""
    after(forgotten, "refusals", lambda found: [each for each in found if each is not Refusal.SAME])


@defect("ancien-mot-de-passe-interdit", breaks="C31", neighbours=("EP6-1.3-4",))
def _never_again() -> None:
    """Tout mot de passe déjà utilisé est refusé, non le dernier seulement."""
    used: dict[int, list[str]] = defaultdict(list)
    before(
        spaces,
        "set_password",
        lambda db, space_id, new, now: used[space_id].append(spaces.get(db, space_id).password_hash or ""),
    )
    wrap(
        forgotten,
        "refusals",
        lambda sound, site, journey, password: (
            sound(site, journey, password)
            or [Refusal.SAME for kept in used[journey.space_id] if site.hasher.matches(kept, password)]
        ),
    )


@defect("mot-de-passe-faible-accepte", breaks="C30", neighbours=("G14",))
def _weak_accepted() -> None:
    """Un mot de passe de niveau faible est accepté."""
    after(forgotten, "refusals", lambda found: [each for each in found if each is not Refusal.WEAK])


@defect("niveau-affiche-toujours-fort", breaks="G14", neighbours=("C29", "EP6-2-18"))
def _always_strong() -> None:
    """Pendant la frappe, tout mot de passe est annoncé fort."""
    wrap(screens, "jsonify", lambda sound, level: sound(level=Level.STRONG))


@defect("niveau-normal-dit-autrement", breaks="C02", neighbours=("G14",))
def _other_word() -> None:
    """Le niveau intermédiaire s'affiche « Correct », que les fiches ne connaissent pas."""

    def told(level: str) -> Response:
        return jsonify(level="Correct" if level == Level.NORMAL else level)

    put(screens, "jsonify", told)


@defect("confirmation-ignoree", breaks="EP6-2-18", neighbours=("G16", "G57"))
def _not_confirmed() -> None:
    """La confirmation du mot de passe n'est pas comparée."""
    put(forms.NewPasswordForm, "validate_confirmation", lambda form, field: None)


@defect("confirmation-sans-casse", breaks="EP6-2-18")
def _confirmed_in_any_case() -> None:
    """La confirmation peut différer par une majuscule."""
    confirm_in_any_case(forms.NewPasswordForm, "validate_confirmation")


@defect("mot-de-passe-propose", breaks="EP6-1.3-1", neighbours=("C29", "EP6-2-18", "G14"))
def _proposed() -> None:
    """Le troisième écran s'ouvre avec un mot de passe déjà choisi."""

    def propose(journey: Journey, form: forms.NewPasswordForm, level: str | None = None) -> None:
        if not form.errors:
            form.password.data = form.confirmation.data = "Zq8mWv3nTx6bLd5rKf2s"

    put(PasswordField.widget, "hide_value", False)
    before(screens, "_password_screen", propose)


@defect("mot-de-passe-reaffiche", breaks="G57")
def _shown_again() -> None:
    """Après un refus, les mots de passe saisis sont renvoyés dans la page."""
    put(PasswordField.widget, "hide_value", False)


def confirm_in_any_case(form: type[FlaskForm], validator: str) -> None:
    """Have the ``validator`` of a confirmation take one that differs from ``password`` by its case only."""

    def alike(one: str | None, other: str | None) -> bool:
        return bool(one) and (one or "").casefold() == (other or "").casefold()

    wrap(form, validator, lambda sound, form, field: alike(field.data, form.password.data) or sound(form, field))
