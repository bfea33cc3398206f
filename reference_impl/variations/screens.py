"""Conforming variations of the screens, one row each: other markup and other words that a person takes for the same."""

from reference_impl.patching import change_template
from reference_impl.variations import add, variation
from reference_impl.variations.texts import Rewording as Row
from reference_impl.variations.texts import replacing, reword_mail

_LABEL = '<label for="{{ field.id }}">{{ field.label.text }}'
_NOTE = "Les champs marqués d'un astérisque (*) doivent être renseignés."
_FORGOTTEN = """<a href="{{ url_for('forgotten.address') }}">Mot de passe oublié</a>"""
_ADVICE = '<button class="lien" type="button" command="show-modal" commandfor="recommandations">'
_PREVIOUS = """<a class="bouton secondaire" href="{{ url_for('forgotten.address') }}">Etape précédente</a>"""
_CONTINUE = '<button class="bouton" type="submit">Continuer</button>'
_SERVICES = """<a class="bouton" href="{{ url_for('access.log_in_page') }}">Accédez à vos services en ligne</a>"""
_ACTIVATE = """<a class="bouton secondaire" href="{{ url_for('activation.code') }}">Activez votre espace abonné</a>"""
_OK = """<a class="bouton" href="{{ url_for('space.home') }}">OK</a>"""
_COUNTRY = '{{ field(form.country, autocomplete="country-name") }}'
_QUESTION = "{{ field(form.question) }}"
_RADIOS = """<fieldset><legend>Question de confiance</legend>
{% for question in form.question.choices %}<p><label><input type="radio" name="question" value="{{ question }}"
{{ "checked" if question == (form.question.data or form.question.choices[0]) }}> {{ question }}</label></p>{% endfor %}
</fieldset>"""

for row in (
    # -- other words ---------------------------------------------------------------------------------------------------
    Row("image-a-recopier", "C20", ("EP6-2-11", "EP6-2-12"), "L'image est « à recopier », à l'infinitif.",
        "macros.html", 'alt="Image de six caractères à recopier', 'alt="Recopier les caractères de l\'image'),
    Row("etape-accentuee", "C79", ("EP6-2-15", "EP6-2-19"), "« Étape précédente » porte son accent.",
        "forgotten/answer.html", "Etape précédente", "Étape précédente"),
    Row("saisir-un-nouveau-mot-de-passe", "C28", ("EP5-3-2", "EP5-3-10"), "La case dit « un nouveau mot de passe ».",
        "credentials/choose.html", "{{ form.change_password.label.text }}", "Saisir un nouveau mot de passe"),
    Row("gerer-mes-services", "C51", ("EP5-2-28", "EP5-2-22"), "Le lien dit « Gérer mes services ».",
        "space.html", "Gérer les services", "Gérer mes services"),
    Row("recapitulatif-a-sauvegarder", "C52", ("EP2-4-2",), "Le lien du récapitulatif parle d'un formulaire.",
        "activation/recap.html", "imprimez le récapitulatif", "imprimez votre formulaire"),
    Row("civilite-et-nom-d-abord", "C16", ("EP6-2-36", "EP5-2-10"), "L'espace dit la civilité, puis le nom.",
        "space.html", "{{ space.first_name }} {{ space.last_name | upper }}",
        "Mme {{ space.last_name | upper }} {{ space.first_name }}"),
    Row("expiration-en-lettres", "G65", ("PER-2-7", "PER-2-24", "G22"), "L'expiration est en lettres.",
        "space.html", "{{ expiry.last_day | short_date }}", "{{ expiry.last_day | long_date }}"),
    Row("croix-de-fermeture", "C53", ("EP6-2-21",), "La fenêtre des recommandations se ferme par une croix.",
        "advice.html", ">Fermer<", ">✕<"),
    Row("succes-dit-autrement", "C27", ("EP6-2-24", "EP6-1.3-3", "C31"), "L'écran dit « a bien été modifié ».",
        "forgotten/recap.html", "a été réinitialisé avec succès", "a bien été modifié"),

    # -- C33, C80: one of two things that the sheets show --------------------------------------------------------------
    Row("attente-sans-ok", "C33", ("EP5-4.1-7", "EP5-4.2-1"), "L'écran d'attente n'offre que le lien.",
        "credentials/pending.html", _OK, ""),
    Row("attente-sans-lien", "C33", ("EP5-4.1-7", "EP5-4.1-12"), "L'écran d'attente n'offre que « OK ».",
        "credentials/pending.html", _ACTIVATE, ""),
    Row("adresse-a-cote-de-la-case", "C80", ("EP5-3-1", "EP5-4.1-3"), "L'adresse se lit près de la case.",
        "credentials/choose.html",
        '{{ form.change_address.label.text }}</label>{% endcall %}',
        '{{ form.change_address.label.text }}</label> {{ space.email }}{% endcall %}'),

    # -- other markup --------------------------------------------------------------------------------------------------
    Row("lien-en-bouton", "C73", ("EP6-2-9", "EP6-2-5"), "« Mot de passe oublié » est un bouton.",
        "log_in.html", _FORGOTTEN,
        """<button type="submit" formmethod="get" formnovalidate formaction="{{ url_for('forgotten.address') }}">"""
        "Mot de passe oublié</button>"),
    Row("bouton-en-lien", "C73", ("EP6-2-21", "EP6-2-22"), "Les recommandations s'ouvrent par un lien, ou presque.",
        "forgotten/new_password.html", _ADVICE, _ADVICE.replace("<button", '<button role="link"')),
    Row("services-par-un-bouton", "C73", ("EP6-2-27", "EP6-2-24"), "Les services en ligne s'ouvrent par un bouton.",
        "forgotten/recap.html", _SERVICES,
        """<form action="{{ url_for('access.log_in_page') }}"><button>Accédez à vos services en ligne</button>"""
        "</form>"),
    Row("boutons-dans-l-autre-ordre", "G35", ("EP6-2-15", "EP6-2-14"), "« Continuer » précède « Etape précédente ».",
        "forgotten/answer.html", f"{_PREVIOUS}\n    {_CONTINUE}", f"{_CONTINUE}\n    {_PREVIOUS}"),
    Row("libelle-par-aria", "C49", ("EP6-2-5", "EP6-2-11", "EP6-2-14"), "Les champs sont nommés par aria-label.",
        "macros.html", _LABEL,
        '<span>{{ field.label.text }}</span>{% set attributes = dict(attributes, **{"aria-label": field.label.text}) %}'
        '<label hidden>'),
    Row("asterisque-devant", "C49", ("EP6-2-11", "EP2-2-38"), "L'astérisque vient avant le libellé.",
        "macros.html", _LABEL, f"{_LABEL.removesuffix('{{ field.label.text }}')}* {{{{ field.label.text }}}}"),
    Row("pays-par-liste", "C44", ("EP2-2-38", "EP2-2-49"), "Le pays se choisit dans une liste.",
        "creation/registration.html", _COUNTRY,
        '<p><label>Pays : * <select name="country" required><option>BELGIQUE</option><option {{ "selected" if '
        'form.country.data != "BELGIQUE" }}>FRANCE</option></select></label></p>'),
    Row("question-par-boutons-radio", "G28", ("G28", "EP2-2-45"), "La question se choisit par boutons radio.",
        "creation/registration.html", _QUESTION, _RADIOS),
):  # fmt: skip
    add(row.variation())


@variation("votre-espace-professionnel", admits="C39", plays=("EP6-2-3", "EP2-2-59", "C39"))
def _other_way_in() -> None:
    """L'accueil dit « Votre espace professionnel », et le courriel d'activation aussi."""
    renamed = ("Connexion à l'espace professionnel", "Votre espace professionnel")
    change_template("home.html", replacing(renamed))
    reword_mail("_ACTIVATION_CODE", renamed)


@variation("libelle-autour-du-champ", admits="C49", plays=("EP6-2-5", "EP6-2-11", "EP6-2-14", "EP2-2-38"))
def _label_around() -> None:
    """Chaque libellé entoure son champ."""
    change_template(
        "macros.html",
        replacing(
            (_LABEL, "{% set named %}{{ field.label.text }}"),
            ("</span></span>{% endif %}</label>", "</span></span>{% endif %}{% endset %}"),
            (
                "{{ field(**attributes) }}\n    {%- if",
                "<label>{{ named }} {{ field(**attributes) }}</label>\n    {%- if",
            ),
        ),
    )
