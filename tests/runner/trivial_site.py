"""Sites that a person would not take seriously: every screen of EP 6, and nothing behind.

``python trivial_site.py PORT MODE``: « empty » answers every address with the same blank page, « accepts » takes
whatever is typed, « refuses » takes nothing, « slow » accepts after a while.
"""

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SLOW_S = 0.7
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
EMAIL, ANSWER = "Saisissez votre adresse électronique de connexion", "Saisissez la réponse à la question de confiance"
IMAGE = "Recopiez les caractères de l'image"
SCREENS = {
    "/": ("Accueil", [], '<a href="/authentification">Connexion à l\'espace professionnel</a>', ""),
    "/authentification": ("Connexion à mon espace professionnel", ["Adresse électronique", "Mot de passe"],
                          '<a href="/oubli">Mot de passe oublié</a>', "Connexion"),
    "/espace": ("Mon espace professionnel", [], 'Lila ROSEMONDE, N° d\'abonné : 20232990000101,'
                ' Expiration du mot de passe : 31/12/2029 <a href="/">Quitter</a>', ""),
    "/oubli": ("Adresse électronique de connexion", [EMAIL, IMAGE], f'<img alt="{IMAGE}" src="{PIXEL}">', "Continuer"),
    "/oubli/reponse": ("Réponse à la question de confiance", [ANSWER], "", "Continuer"),
    "/oubli/nouveau": ("Saisie du nouveau mot de passe",
                       ["Saisissez votre nouveau mot de passe", "Confirmez votre nouveau mot de passe"], "", "Valider"),
    "/oubli/fin": ("Récapitulatif", [], "Votre mot de passe a été réinitialisé avec succès, il est valable jusqu'au"
                   " 31 décembre 2029. <a href='/authentification'>Accédez à vos services en ligne</a>", ""),
}  # fmt: skip
NEXT = {"/authentification": "/espace", "/oubli": "/oubli/reponse", "/oubli/reponse": "/oubli/nouveau",
        "/oubli/nouveau": "/oubli/fin"}  # fmt: skip


class Site(BaseHTTPRequestHandler):
    mode = sys.argv[2]

    def do_GET(self) -> None:
        self.answer("" if self.mode == "empty" else screen(self.path))

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.mode == "refuses":
            self.answer(screen(self.path, '<p role="alert">Saisie refusée.</p>'))
            return
        self.send_response(303)
        self.send_header("Location", NEXT[self.path])
        self.end_headers()

    def answer(self, page: str) -> None:
        if self.mode == "slow":
            threading.Event().wait(SLOW_S)
        body = f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title>{page}</html>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: nobody reads it."""


def screen(path: str, said: str = "") -> str:
    """The page of one screen, whatever else is asked for: the home."""
    title, fields, more, button = SCREENS.get(path, SCREENS["/"])
    inputs = "".join(f"<p><label>{field} <input name='{rank}'></label></p>" for rank, field in enumerate(fields))
    form = f"<form method='post' novalidate>{inputs}<button>{button}</button></form>" if button else ""
    return f"<h1>{title}</h1>{said}{more}{form}"


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Site).serve_forever()
