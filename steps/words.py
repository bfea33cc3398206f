"""How the features name what a person gives: « son adresse en majuscules », « le mot de passe de l'autre usager »."""

from steps.user import User
from targets.faults import Fault


def near(password: str) -> str:
    """``password`` with the case of its first letter changed, and nothing else."""
    place = next(index for index, sign in enumerate(password) if sign.isalpha())
    return password[:place] + password[place].swapcase() + password[place + 1 :]


def other_last_sign(password: str) -> str:
    """``password`` with another last sign, of the same kind."""
    return password[:-1] + ("y" if password[-1] == "x" else "x")


def email_of_length(email: str, length: int) -> str:
    """``email`` made ``length`` signs long: 60 at most before the @, the rest in names under the same domain."""
    name, domain = email.split("@")
    wanted = length - len(email)
    more = min(wanted, max(60 - len(name), 0))
    if more < wanted:
        more = min(more, wanted - 2)  # a name of a domain takes one sign and a point
        domain = "x" * (wanted - more - 1) + "." + domain
    return f"{name}{'x' * more}@{domain}"


def email_of(phrase: str, user: User) -> str:
    """The e-mail that ``phrase`` stands for."""
    emails = {
        "son adresse": user.email,
        "son adresse en majuscules": user.email.upper(),
        "son adresse entourée d'espaces": f"  {user.email} ",
        "aucune adresse": "",
        "une adresse inconnue": "inconnue." + user.email,
        "sa seconde adresse": "seconde." + user.email,
        "son adresse suivie de « +tva »": user.email.replace("@", "+tva@"),
        "son numéro d'abonné": user.subscriber_number,
    }
    return _known(emails, phrase)


def password_of(phrase: str, user: User, other: User | None) -> str:
    """The password that ``phrase`` stands for."""
    passwords = {
        "son mot de passe": user.original,
        "son nouveau mot de passe": user.chosen,
        "aucun mot de passe": "",
        "son mot de passe à une majuscule près": near(user.original),
        "le mot de passe de l'autre usager": other.original if other else "",
    }
    return _known(passwords, phrase)


def _known(words: dict[str, str], phrase: str) -> str:
    if phrase not in words:
        raise Fault(f"« {phrase} » ne désigne rien. Formules connues : " + " ; ".join(words))
    return words[phrase]
