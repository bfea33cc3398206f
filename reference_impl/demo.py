"""The demonstration: invented people with spaces, whose credentials are printed at start. Passwords are drawn anew."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from reference_impl.captcha_media import ALPHABET
from reference_impl.domain.postal import PostalAddress
from reference_impl.procedures import seeding
from reference_impl.procedures.seeding import Seed
from reference_impl.site import Site
from reference_impl.store import claims
from reference_impl.store.tables import State

_MARTIN = ("SARL MARTIN DISTRIBUTION", "000299001")
_LINDENS = ("ATELIER DES TILLEULS", "000299002")
_DAY = timedelta(days=1)

_LILA = Seed(
    state=State.ACTIVE,
    last_name="ROSEMONDE",
    first_name="Lila",
    phone="0123456789",
    email="lila.rosemonde@example.test",
    password=None,
    question="Le prénom de votre conjoint(e) ?",
    answer="Paul",
    address=PostalAddress("12", "rue", "de Longchamp", "", "75016", "PARIS", "FRANCE"),
    services=tuple((*_MARTIN, name) for name in ("Compte fiscal", "TVA", "Impôt sur les sociétés", "CVAE")),
)
_SUZANNE = replace(
    _LILA,
    last_name="QUETSCHE",
    first_name="Suzanne",
    email="suzanne.quetsche@example.test",
    question="Votre sport préféré ?",
    answer="Pétanque",
    services=(*_LILA.services, (*_LINDENS, "TVA"), (*_LINDENS, "Taxe de séjour")),
)
_BASILE = replace(
    _LILA,
    last_name="BERGAMOTE",
    first_name="Basile",
    email="basile.bergamote@example.test",
    question="Votre hobby ?",
    answer="Cerf-volant",
    services=(),
)
_ODETTE = replace(
    _LILA,
    state=State.CERTIFICATE,
    last_name="MIRABELLE",
    first_name="Odette",
    email="odette.mirabelle@example.test",
    other_questions=(("Votre sport préféré ?", "Escrime"), ("Votre hobby ?", "Origami")),
)
_CAST = (
    (_LILA, 0 * _DAY, "une entreprise, mot de passe du jour"),
    (_SUZANNE, 1080 * _DAY, "deux entreprises, mot de passe qui expire bientôt"),
    (_BASILE, 1100 * _DAY, "aucun service, mot de passe expiré"),
    (_ODETTE, 4000 * _DAY, "une entreprise, certificat périmé"),
)


def people(site: Site, now: datetime) -> Iterator[str]:
    """Make the spaces and tell, line by line, how to enter them."""
    for seed, age, remark in _CAST:
        password = "".join(secrets.choice(ALPHABET) for _ in range(24))
        name = f"{seed.first_name} {seed.last_name}"
        if _is_known(site, seed, now):
            yield f"{name} : espace déjà créé dans cette base, avec ce qui était affiché ce jour-là"
            continue
        number = seeding.create(site, replace(seed, password=password), now - age)
        yield f"{name} ({remark}, n° {number})"
        yield f"  adresse      {seed.email}"
        if seed.state is not State.CERTIFICATE:
            yield f"  mot de passe {password}"
        for question, answer in ((seed.question, seed.answer), *seed.other_questions):
            yield f"  {question} {answer}"


def _is_known(site: Site, seed: Seed, now: datetime) -> bool:
    """Whether a space has the address already, be it as the contact of a certificate space, which may be shared."""
    with site.database.begin() as db:
        return claims.of_anybody(db, seed.email, now) is not None
