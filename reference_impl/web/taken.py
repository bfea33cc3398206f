"""What is said of an address that cannot be had, whichever procedure asks for it (EP2-2-25, EP2-2-26, G07)."""

from reference_impl.domain import paris
from reference_impl.domain.claims import Holder, Taken
from reference_impl.domain.dates import long_date

TAKEN = (
    "Cette adresse électronique est déjà associée à un autre espace professionnel, veuillez en saisir une autre "
    "ou vous mettre en relation avec le détenteur de cet espace."
)
PENDING = (
    "Une demande est déjà en cours pour cette adresse électronique : un code d'activation lui a été envoyé. "
    "Activez l'espace avec ce code {deadline}, ou saisissez une autre adresse. "
    "Passé ce délai, la demande est effacée et l'adresse peut servir de nouveau."
)


def refusal(taken: Taken) -> str:
    """Why the address cannot be had; of a request that waits, until when (G07)."""
    if taken.holder is not Holder.REQUEST:
        return TAKEN
    deadline = "dans les 48 heures qui suivent l'envoi du courriel"
    if taken.until:
        deadline = f"avant le {long_date(paris.day_of(taken.until))} à {paris.hour_of(taken.until)} (heure de Paris)"
    return PENDING.format(deadline=deadline)
