"""Defects of the terms, of the registration form and of the recap that follows: what is asked, kept and shown again."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import request
from sqlalchemy.orm import Session
from wtforms import ValidationError
from wtforms.validators import DataRequired

from reference_impl import captcha_media
from reference_impl.defects import after, before, defect, put, wrap
from reference_impl.defects.texts import ScreenWording
from reference_impl.domain import creation as rules
from reference_impl.domain.addresses import Address
from reference_impl.domain.creation import Details, Reached
from reference_impl.domain.questions import QUESTIONS
from reference_impl.procedures import creation
from reference_impl.site import Site
from reference_impl.store import drafts
from reference_impl.store.tables import Draft
from reference_impl.web import creation as screens
from reference_impl.web.creation_forms import RegistrationForm, TermsForm

# -- the terms --------------------------------------------------------------------------------------------------------


@defect("conditions-non-exigees", breaks="EP2-2-14", neighbours=("EP2-1.4-2",))
def _terms_not_asked() -> None:
    """La création commence sans que les conditions générales soient acceptées."""
    put(TermsForm, "validate_accepted", lambda form, field: None)


@defect("conditions-cochees-d-avance", breaks="EP2-2-14", neighbours=("C67", "EP2-1.4-2"))
def _ticked() -> None:
    """La case des conditions générales est cochée d'avance."""
    before(screens, "_terms_screen", lambda form: setattr(form.accepted, "data", True))


@defect("image-de-la-creation-non-controlee", breaks="EP2-2-15", neighbours=("EP2-1.4-2", "G36"))
def _any_image() -> None:
    """Ce qui est recopié de l'image de la création n'est pas contrôlé."""
    put(TermsForm, "validate_image", lambda form, field: None)


@defect("image-de-cinq-signes", breaks="EP2-1.4-2")
def _five_signs() -> None:
    """L'image à recopier n'a que cinq signes."""
    put(captcha_media, "LENGTH", 5)


# -- what must be typed -----------------------------------------------------------------------------------------------


def _validators(field: str) -> list[Any]:
    """The rules of a field of the form, whose first says that it is mandatory."""
    found: list[Any] = getattr(RegistrationForm, field).args[1]
    return found


def _not_asked(name: str, field: str, summary: str, breaks: str = "EP2-2-38", *neighbours: str) -> None:
    """Register a defect: a mandatory field may be left empty."""

    def install() -> None:
        del _validators(field)[0]

    install.__doc__ = summary
    defect(name, breaks=breaks, neighbours=neighbours)(install)


_not_asked("nom-facultatif", "last_name", "Le nom peut rester vide.", "EP2-2-38", "G16")
_not_asked("prenom-facultatif", "first_name", "Le prénom peut rester vide.")
_not_asked("telephone-facultatif", "phone", "Le téléphone peut rester vide.")
_not_asked("ville-facultative", "city", "La ville peut rester vide.")
_not_asked("pays-facultatif", "country", "Le pays peut rester vide.")
_not_asked("reponse-facultative", "answer", "La réponse à la question de confiance peut rester vide.", "EP2-2-39",
           "G16", "G27")  # fmt: skip


def _any_sign(field: str) -> None:
    """Have blanks be enough to fill ``field`` in."""

    def typed(form: RegistrationForm, entry: Any) -> None:
        if not entry.data:
            raise ValidationError("Saisissez quelque chose.")

    _validators(field)[0] = typed


@defect("nom-fait-d-espaces", breaks="EP2-2-38")
def _blank_name() -> None:
    """Des espaces suffisent pour le nom."""
    _any_sign("last_name")


@defect("reponse-faite-d-espaces", breaks="G27")
def _blank_answer() -> None:
    """Des espaces suffisent pour la réponse à la question de confiance."""
    _any_sign("answer")


@defect("code-postal-obligatoire", breaks="EP2-2-38", neighbours=("EP2-2-47", "EP2-2-49", "G29"))
def _postcode_asked() -> None:
    """Le code postal est obligatoire."""
    _validators("postcode").insert(0, DataRequired("Saisissez le code postal."))


@defect("telephone-etranger-refuse", breaks="G29")
def _french_phones() -> None:
    """Un numéro de téléphone étranger est refusé."""
    wrap(rules, "is_phone", lambda sound, typed: sound(typed) and typed.strip().startswith("0"))


@defect("apostrophe-refusee", breaks="G29")
def _letters_only() -> None:
    """Un nom ne peut comporter que des lettres et des traits d'union."""

    def letters(form: RegistrationForm, field: Any) -> None:
        if not field.data.replace("-", "").isalpha():
            raise ValidationError("Saisissez votre nom en lettres.")

    _validators("last_name").append(letters)


# -- question and answer ----------------------------------------------------------------------------------------------


def _offer(*questions: str) -> None:
    RegistrationForm.question.kwargs["choices"] = questions


@defect("autre-question-par-defaut", breaks="EP2-2-45")
def _other_default() -> None:
    """La deuxième question de la liste est choisie d'avance."""

    def asked(draft: Draft) -> Draft:
        draft.question = QUESTIONS[1]
        return draft

    after(drafts, "empty", asked)


@defect("question-par-defaut-en-fin-de-liste", breaks="EP2-2-45")
def _default_last() -> None:
    """La question choisie d'avance est la dernière de la liste."""
    _offer(*QUESTIONS[1:], QUESTIONS[0])


@defect("question-du-conjoint-absente", breaks="EP2-2-44")
def _no_spouse() -> None:
    """La liste n'offre pas la question sur le prénom du conjoint."""
    _offer(*(question for question in QUESTIONS if "conjoint" not in question))


@defect("question-imposee", breaks="EP2-2-45", neighbours=("EP2-2-39", "EP2-2-44", "EP2-2-49", "G28", "G34"))
def _first_question() -> None:
    """Quelle que soit la question choisie, c'est la première qui est retenue."""
    after(RegistrationForm, "details", lambda details: replace(details, question=QUESTIONS[0]))


# -- what is kept, and what is cleared --------------------------------------------------------------------------------


@defect("adresse-forcee-admise", breaks="EP2-2-43")
def _forced() -> None:
    """Le formulaire prend l'adresse de connexion que la page lui renvoie."""
    page, recall = "creation/registration.html", '{{ recall("adresse", "Adresse électronique de connexion", address) }}'
    sent = f'{recall}<input type="hidden" name="adresse" value="{{{{ address }}}}">'
    ScreenWording("-", "EP2-2-43", "-", page, recall, sent).install()

    def take(site: Site, draft: Draft, details: Details, answer: str) -> None:
        with site.database.begin() as db:
            db.get_one(Draft, draft.id).email = request.form["adresse"]

    before(creation, "describe", take)


@defect("formulaire-perdu-au-retour", breaks="G34")
def _form_lost() -> None:
    """« Etape précédente » perd ce qui est saisi au formulaire."""
    wrap(creation, "jot", lambda sound, *told: None)


@defect("effacer-sans-effet", breaks="G34")
def _nothing_cleared() -> None:
    """« Effacer » n'efface rien."""
    wrap(
        creation,
        "jot",
        lambda sound, site, draft, details, answer: details.last_name and sound(site, draft, details, answer),
    )


@defect("effacer-oublie-la-reponse", breaks="G34")
def _answer_stays() -> None:
    """« Effacer » laisse la réponse à la question de confiance."""
    wrap(
        creation, "jot", lambda sound, site, draft, details, answer: sound(site, draft, details, request.form["answer"])
    )


@defect("effacer-efface-l-adresse", breaks="G34")
def _address_cleared() -> None:
    """« Effacer » vide aussi l'adresse de connexion."""

    def jot(sound: Callable[..., None], site: Site, draft: Draft, details: Details, answer: str) -> None:
        sound(site, draft, details, answer)
        if not details.last_name:
            with site.database.begin() as db:
                db.get_one(Draft, draft.id).email = ""

    wrap(creation, "jot", jot)


@defect("correction-ignoree", breaks="EP2-2-48")
def _not_corrected() -> None:
    """Revenu du récapitulatif, l'usager corrige sa saisie sans effet."""
    wrap(
        creation,
        "describe",
        lambda sound, site, draft, *told: draft.reached is Reached.RECAP or sound(site, draft, *told),
    )


@defect("formulaire-deja-rempli", breaks="G43")
def _filled_in_before() -> None:
    """Le formulaire garde ce que la même adresse y avait saisi, même pour une demande effacée."""
    filled_in: dict[str, Details] = {}
    before(creation, "describe", lambda site, draft, details, answer: filled_in.update({draft.log_in_address: details}))

    def identify(sound: Callable[..., None], db: Session, draft_id: int, address: Address, *told: str) -> None:
        sound(db, draft_id, address, *told)
        if address.canonical in filled_in:
            drafts.describe(db, draft_id, filled_in[address.canonical], Reached.FORM)

    wrap(drafts, "identify", identify)


# -- the recap --------------------------------------------------------------------------------------------------------


@defect("voie-et-complement-intervertis", breaks="EP2-2-42",
        neighbours=("EP2-2-38", "EP2-2-48", "EP2-2-49", "EP2-4-4", "G34"))  # fmt: skip
def _swapped() -> None:
    """Le libellé de la voie et le complément d'adresse sont intervertis."""
    after(drafts, "_columns", lambda columns: columns | {"street": columns["extra"], "extra": columns["street"]})


def _betray(markup: str) -> None:
    """Have the recap hold ``markup``, which tells the password."""
    typed: dict[int, str] = {}
    before(creation, "identify", lambda site, draft, address, password, now: typed.update({draft.id: password}))
    wrap(
        screens,
        "_recap_screen",
        lambda sound, draft, **how: sound(draft, **how).replace("</main>", f"{markup}</main>".format(typed[draft.id])),
    )


@defect("mot-de-passe-au-recapitulatif", breaks="EP2-2-49", neighbours=("G57",))
def _password_shown() -> None:
    """Le récapitulatif montre le mot de passe."""
    _betray("<p>Mot de passe de connexion : {}</p>")


@defect("mot-de-passe-cache-au-recapitulatif", breaks="G57")
def _password_hidden() -> None:
    """La page du récapitulatif porte le mot de passe dans un champ caché."""
    _betray('<input type="hidden" name="password" value="{}">')
