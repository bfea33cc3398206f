"""The demonstration: invented people with spaces, whose credentials are printed at start. Passwords are drawn anew."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from reference_impl.captcha_media import ALPHABET
from reference_impl.domain.postal import PostalAddress
from reference_impl.procedures import seeding
from reference_impl.procedures.seeding import AddressTaken, Seed
from reference_impl.site import Site
from reference_impl.store.tables import State

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
    services=(
        ("SARL MARTIN DISTRIBUTION", "000299001", "TVA"),
        ("SARL MARTIN DISTRIBUTION", "000299001", "Impôt sur les sociétés"),
    ),
)
_CAST = (
    (_LILA, timedelta(0), "mot de passe du jour"),
    (
        replace(
            _LILA,
            last_name="BERGAMOTE",
            first_name="Basile",
            email="basile.bergamote@example.test",
            question="Votre hobby ?",
            answer="Cerf-volant",
            services=(),
        ),
        timedelta(days=3 * 366),
        "mot de passe expiré",
    ),
)


def people(site: Site, now: datetime) -> Iterator[str]:
    """Make the spaces and tell, line by line, how to enter them."""
    for seed, age, remark in _CAST:
        password = "".join(secrets.choice(ALPHABET) for _ in range(24))
        name = f"{seed.first_name} {seed.last_name}"
        try:
            number = seeding.create(site, replace(seed, password=password), now - age)
        except AddressTaken:
            yield f"{name} : espace déjà créé dans cette base, avec le mot de passe affiché ce jour-là"
            continue
        yield f"{name} ({remark}, n° {number})"
        yield f"  adresse      {seed.email}"
        yield f"  mot de passe {password}"
        yield f"  {seed.question} {seed.answer}"
