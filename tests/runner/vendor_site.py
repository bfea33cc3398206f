"""A vendor's small site, started by a profile: a home and an authentication page, with the faults it is given.

``python vendor_site.py PORT [FAULT ...]``
"""

import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOME = """<h1>Accueil</h1><p>VOUS ÊTES... Particulier Professionnel Partenaire Collectivité International</p>
<a href="/authentification">Connexion à l'espace professionnel</a>"""
AUTHENTICATION = """<h1>Connexion à mon espace professionnel</h1>
<a href="/oubli">Mot de passe oublié</a> <a href="/aide">Aide : accéder aux fiches pratiques</a>"""
FORGOTTEN = "<h1>Mot de passe oublié</h1><h2>Adresse électronique de connexion</h2>"
HELP = "<h1>Fiches focus sur les téléprocédures</h1><p>Mot de passe oublié</p>"
PAGES = {"/": HOME, "/authentification": AUTHENTICATION, "/oubli": FORGOTTEN, "/aide": HELP}
LACKS = {
    "four-publics": " International",
    "no-way-in": """<a href="/authentification">Connexion à l'espace professionnel</a>""",
    "no-help": """<a href="/aide">Aide : accéder aux fiches pratiques</a>""",
}


class Site(BaseHTTPRequestHandler):
    faults = frozenset(sys.argv[2:])

    def do_GET(self) -> None:
        if self.path == "/oubli" and "dies" in self.faults:
            os._exit(1)
        if self.path == "/aide" and "ctrl-c" in self.faults:
            os.killpg(0, signal.SIGINT)
        if self.path == "/oubli" and "500" in self.faults:
            self.answer(500, "<h1>Erreur interne</h1>")
        else:
            self.answer(200 if self.path in PAGES else 404, PAGES.get(self.path, "<h1>Page inconnue</h1>"))

    def answer(self, status: int, page: str) -> None:
        page += '<img src="https://images.test/a.png" alt="">' if "elsewhere" in self.faults else ""
        for fault in self.faults & LACKS.keys():
            page = page.replace(LACKS[fault], "")
        body = f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title><body>{page}</html>'.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: what a site says is for its faults at the start."""


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Site).serve_forever()
