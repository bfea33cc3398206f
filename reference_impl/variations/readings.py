"""The admitted readings that the reference site does not follow by itself; a profile declares them (variantes.toml)."""

# mypy: allow-subclassing-any, allow-untyped-calls

import string
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from flask import request
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from wtforms import PasswordField, ValidationError

from reference_impl.domain import answers, paris, passwords, strength, validity
from reference_impl.domain.claims import Holder, Taken
from reference_impl.domain.dates import in_days
from reference_impl.domain.passwords import Refusal
from reference_impl.hashing import Hasher
from reference_impl.patching import change_template, put, wrap
from reference_impl.procedures import expired, log_in
from reference_impl.recap import RecapFacts
from reference_impl.store import claims, runs, spaces
from reference_impl.store.tables import Renewal, Space, State
from reference_impl.variations import variation
from reference_impl.variations.texts import replacing
from reference_impl.web import access, app, captcha, credentials_forms, desk, documents, forms, space

_LETTERS = frozenset(sign for sign in map(chr, range(0xC0, 0x180)) if sign.isalpha())
_PUNCTUATION = frozenset(string.punctuation)
_FORM = """<form method="post" action="{{ url_for('access"""
_SECURITY = (
    "<p>Pour des raisons de sécurité, le mot de passe doit comporter 20 caractères minimum, ne doit être utilisé que "
    "sur ce site, et devra être renouvelé régulièrement.</p>\n<p>Rappel : votre réponse à la question de confiance "
    "vous sera demandée en cas d'oubli du mot de passe.</p>\n"
)


# -- C01: the signs of a password -------------------------------------------------------------------------------------


@variation("espaces-admis", admits="C01", plays=("C01",), profile={"C01.espaces": "admis"})
def _spaces() -> None:
    """Un mot de passe peut comporter des espaces, insécables aussi : tous les caractères sont admis."""
    put(passwords, "_VISIBLE_ASCII", passwords._VISIBLE_ASCII | {" ", "\N{NO-BREAK SPACE}"})


@variation("accents-admis", admits="C01", plays=("C01",), profile={"C01.accents": "admis"})
def _accents() -> None:
    """Un mot de passe peut comporter des lettres accentuées."""
    put(passwords, "_VISIBLE_ASCII", passwords._VISIBLE_ASCII | _LETTERS)


@variation("ponctuation-refusee", admits="C01", plays=("C01", "EP6-1.3-2"), profile={"C01.ponctuation": "refuses"})
def _no_punctuation() -> None:
    """Un mot de passe n'a que des chiffres et des lettres."""
    put(passwords, "_VISIBLE_ASCII", passwords._VISIBLE_ASCII - _PUNCTUATION)


@variation("chiffres-et-lettres-exiges", admits="C01", plays=("C01",), profile={"C01.melange": "refuses"})
def _mixture() -> None:
    """Un mot de passe a au moins un chiffre et une lettre."""

    def both(sound: Callable[[str], Iterator[Refusal]], password: str) -> Iterator[Refusal]:
        yield from sound(password)
        if not (set(password) & set(string.digits) and set(password) & set(string.ascii_letters)):
            yield Refusal.OTHER_SIGN

    wrap(passwords, "_refusals", both)


# -- C09, C10: the days before the last -------------------------------------------------------------------------------


@variation("alerte-a-59-jours", admits="C09", plays=("C09", "PER-2-1"), profile={"C09": "moins_de_60_jours"})
def _fewer_than_60() -> None:
    """L'alerte commence à 59 jours de l'échéance."""
    put(validity, "WARNED_DAYS", 59)


@variation("alerte-a-deux-mois", admits="C09", plays=("C09", "PER-2-1"), profile={"C09": "deux_mois"})
def _two_months() -> None:
    """L'alerte commence à 61 jours de l'échéance."""
    put(validity, "WARNED_DAYS", 61)


@variation("dernier-jour-exclu", admits="C10", plays=("C10", "G22"), profile={"C10.dernier_jour": "exclu"})
def _until_the_eve() -> None:
    """Le jour annoncé, le mot de passe n'ouvre déjà plus l'espace."""

    def is_expired(set_at: datetime | None, now: datetime) -> bool:
        return set_at is None or now >= paris.end_of(validity.last_day(set_at) - timedelta(days=1))

    put(validity, "is_expired", is_expired)


@variation("decompte-jusqu-au-lendemain", admits="C10", plays=("C10", "G25"), profile={"C10.decompte": "lendemain"})
def _to_the_morrow() -> None:
    """Le décompte va jusqu'au lendemain du jour annoncé."""
    put(app, "in_days", lambda days: in_days(days + 1))


@variation("decompte-jusqu-a-la-veille", admits="C10", plays=("C10", "G25"), profile={"C10.decompte": "veille"})
def _to_the_eve() -> None:
    """Le décompte va jusqu'à la veille du jour annoncé."""
    put(app, "in_days", lambda days: in_days(max(days - 1, 0)))


# -- C11: the answer on the recap -------------------------------------------------------------------------------------


@variation("reponse-sur-le-recapitulatif", admits="C11", plays=("C11", "EP6-1.5-9"), profile={"C11": "avec_reponse"})
def _answer_told() -> None:
    """Le récapitulatif donne la réponse de confiance."""
    typed, hashed = dict[str, str](), dict[str, str]()

    def normalise(sound: Callable[[str], str], answer: str) -> str:
        plain = sound(answer)
        typed[plain] = answer
        return plain

    def hash_(sound: Callable[[Hasher, str], str], hasher: Hasher, secret: str) -> str:
        made = sound(hasher, secret)
        hashed[made] = secret
        return made

    def facts(sound: Callable[[Space], RecapFacts], owner: Space) -> RecapFacts:
        told = sound(owner)
        answer = typed.get(hashed.get(owner.answer_hash, ""), "")
        return replace(told, question=f"{told.question} Réponse de confiance : {answer}")

    wrap(answers, "normalise", normalise)
    wrap(Hasher, "hash", hash_)
    wrap(documents, "_facts", facts)


# -- C34, C45: the option ---------------------------------------------------------------------------------------------


@variation("lien-d-activation-vers-l-accueil", admits="C34", plays=("C34", "EP4-3-22"), profile={"C34": "accueil"})
def _to_the_home() -> None:
    """Le lien d'activation, à la fin de l'option, mène à l'accueil du site."""
    change_template("option/validated.html", replacing(("url_for('activation.code')", "url_for('public.home')")))


@variation("adresse-commune-a-personne", admits="C45", plays=("C45", "EP4-1.3-2"), profile={"C45": "personne"})
def _for_nobody() -> None:
    """De plusieurs espaces à certificat de même adresse, aucun ne peut la garder."""
    common = set[str]()

    def of_a_log_in(sound: Callable[..., Taken | None], db: Session, address: str, now: datetime) -> Taken | None:
        own = select(Space.id).where(Space.state == State.CERTIFICATE, func.lower(Space.email) == address)
        if len(db.scalars(own).all()) > 1:
            common.add(address)
        return sound(db, address, now) or (Taken(Holder.CERTIFICATE) if address in common else None)

    wrap(claims, "of_a_log_in", of_a_log_in)


# -- G14: the level of a password ------------------------------------------------------------------------------------


@variation("niveau-sans-egard-a-la-longueur", admits="G14", plays=("G14", "EP6-1.3-3", "EP6-2-18"))
def _level_without_policy() -> None:
    """Le niveau ne dit rien de la longueur : dix-neuf caractères, refusés, peuvent être dits forts."""
    put(strength, "level", lambda password, about: strength.LEVELS[strength._score(password, about)])


# -- C18: an image at the log in --------------------------------------------------------------------------------------


class _WithImage(forms.LogInForm, forms.CaptchaForm):
    """The log in with an image to copy: drawn where it is shown."""

    @cached_property
    def drawn(self) -> dict[str, str]:
        """Where the image and its sound are."""
        return self.new_image()


@variation("image-a-la-connexion", admits="C18", plays=("C18", "EP2-2-4", "EP2-2-5", "C19", "EP6-2-5"),
           profile={"C18": "toujours"})  # fmt: skip
def _image_at_log_in() -> None:
    """La connexion demande de recopier une image, avec le message de sécurité."""
    import_line = '{% from "macros.html" import field %}'
    button = '<p class="suite"><button class="bouton" type="submit">Connexion'
    image = "{{ captcha_field(form, form.drawn, url_for('access.log_in_page')) }}\n"
    shown = replacing((import_line, import_line.replace("field", "captcha_field, field")), (button, image + button),
                      (_FORM, _SECURITY + _FORM))  # fmt: skip
    change_template("log_in.html", shown)
    put(access, "LogInForm", _WithImage)
    put(space, "LogInForm", _WithImage)
    put(access, "log_in", SimpleNamespace(log_in=_with_image_copied, Outcome=log_in.Outcome))


def _with_image_copied(*given: Any) -> log_in.LogIn:
    copied = captcha.is_copied(request.form.get("image_id", ""), request.form.get("image", ""))
    return log_in.log_in(*given) if copied else log_in.REFUSED


# -- C23, C25: what is asked again ------------------------------------------------------------------------------------


@variation("adresse-reprise-de-la-connexion", admits="C23", plays=("C23", "PER-3-5"), profile={"C23": "preremplie"})
def _filled_in() -> None:
    """« Mot de passe expiré » montre déjà l'adresse qui vient de servir à se connecter."""

    def expect(sound: Callable[..., None], site: Any, session_id: int, space_id: int) -> None:
        sound(site, session_id, space_id)
        with site.database.begin() as db:
            renewal = runs.of(db, Renewal, session_id)
            if renewal is not None:
                renewal.typed_address = spaces.get(db, space_id).email

    wrap(expired, "expect", expect)


class _WithPresent(credentials_forms.CredentialsForm):
    """« Modifiez vos identifiants » with the password in force."""

    actual = PasswordField("Mot de passe actuel")

    def validate_actual(self, field: Any) -> None:
        """The password in force, whatever is modified."""
        with desk.site().database.begin() as db:
            kept = spaces.get(db, desk.visitor().space_id or 0).password_hash
        if not desk.site().hasher.matches(kept, passwords.normalise(field.data or "")):
            raise ValidationError("Le mot de passe actuel est incorrect.")


@variation("mot-de-passe-actuel-redemande", admits="C25", plays=("C25", "EP5-3-10", "EP5-4.1-7", "EP5-3-4"),
           profile={"C25": "toujours"})  # fmt: skip
def _present_asked() -> None:
    """« Modifiez vos identifiants » redemande le mot de passe en vigueur."""
    buttons = '<p class="suite"><a class="bouton secondaire" href="{{ url_for(\'space.home\') }}">Annuler'
    field = "{{ field(form.actual, autocomplete='current-password') }}\n"
    change_template("credentials/choose.html", replacing((buttons, field + buttons)))
    put(credentials_forms, "CredentialsForm", _WithPresent)
