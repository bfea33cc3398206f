"""Passwords and the level of each for Lila: one table for the rule, the live meter and the submits (G14, C30)."""

from reference_impl.domain.strength import Level
from tests.reference_impl.conftest import NEW

VECTORS = {
    "a" * 20: Level.WEAK,
    "motdepassemotdepasse": Level.WEAK,
    "azerty1234azerty1234": Level.WEAK,
    "qsdfghjklmqsdfghjklm": Level.WEAK,
    "azertyuiopqsdfghjklmwxcvbn": Level.WEAK,  # the three rows of a French keyboard
    "Loulou12Loulou12Loulou12": Level.WEAK,  # « loulou » is French: zxcvbn alone says 3
    "soleilsoleilsoleilsoleil": Level.WEAK,
    "Marseille13Marseille13": Level.WEAK,
    "lilarosemondelilarosemonde": Level.WEAK,
    NEW[:19]: Level.WEAK,
    NEW + " ": Level.WEAK,
    NEW + "é": Level.WEAK,
    "a" * 4096: Level.WEAK,
    "4@8({[<3691!|7|10$5+7%2" * 178: Level.WEAK,  # what zxcvbn alone would look at for seconds
    "Ornitho27Ornitho27Ornitho27": Level.NORMAL,
    NEW: Level.STRONG,
    NEW * 51: Level.STRONG,  # 1,020 signs
}
"""What the policy refuses is weak, whatever its score."""
