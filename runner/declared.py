"""What a profile says of requirements, held against the register: a claim, waiver or reading of nothing is refused."""

from collections.abc import Iterator, Mapping
from datetime import date

from reports.register import SHEETS, Register, Variant
from targets.problems import dotted, meant, refusal
from targets.profile import Profile


def check(profile: Profile, register: Register, variants: Mapping[str, Variant], today: date) -> None:
    """Raise ProfileError with every scope, reading and waiver of ``profile`` that means nothing on ``today``."""
    problems = dict([*_scope(profile, register), *_variants(profile, variants), *_waivers(profile, register, today)])
    if problems:
        raise refusal(profile.path, problems)


def _scope(profile: Profile, register: Register) -> Iterator[tuple[str, str]]:
    for claim in profile.target.scope:
        if claim not in SHEETS and claim.removeprefix("-") not in register.entries:
            yield "target.scope", _unknown(claim.removeprefix("-"), register)


def _variants(profile: Profile, variants: Mapping[str, Variant]) -> Iterator[tuple[str, str]]:
    for name, reading in profile.variants.items():
        key = dotted(("variants", name))
        if name not in variants:
            yield key, "contradiction inconnue ; " + meant(name, variants, else_list="connues")
        elif reading not in variants[name].lectures:
            known = meant(reading, variants[name].lectures, else_list="admises")
            yield key, f"« {reading} » n'est pas une lecture admise ; {known}"


def _waivers(profile: Profile, register: Register, today: date) -> Iterator[tuple[str, str]]:
    for identifier, waiver in profile.waivers.items():
        if identifier not in register.entries:
            yield dotted(("waivers", identifier)), _unknown(identifier, register)
        elif waiver.until < today:
            yield f"{dotted(('waivers', identifier))}.until", f"la dispense est passée depuis le {waiver.until}"


def _unknown(identifier: str, register: Register) -> str:
    near = meant(identifier, register.entries, else_list="")
    return f"« {identifier} » n'est dans aucun registre" + (f" ; {near}" if near.endswith("?") else "")
