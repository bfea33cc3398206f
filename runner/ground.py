"""The ground of scenarios in one worker: captured mail, the site, its levers. Set up once, checked on doubt."""

import os
import secrets
import socket
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import httpx
from pydantic import ValidationError

from fakes.smtp import CapturedSmtp, PortTaken
from runner.meter import Meter, MeteredMailbox
from runner.process import SiteProcess
from targets import faketime
from targets.faults import EnvironmentFault, Fault, LeverFault
from targets.levers import Levers, levers
from targets.mail import mailbox
from targets.problems import of_validation, refusal
from targets.profile import Profile


class Ground:
    """``profile`` is the target's own file; after ``start``, ``profile`` is resolved and ``levers`` can be pulled.

    ``folder`` is the run's, common to all workers. ``first_instant`` is what the site's clock said before it was moved.
    """

    def __init__(self, profile: Profile, worker: str, folder: Path | None = None, meter: Meter | None = None) -> None:
        self._declared = profile
        self._worker = worker
        self.meter = meter or Meter()
        self._leases = folder / "leases" if folder else None
        self._own = tempfile.TemporaryDirectory(prefix="focus-")
        self._clock_file = Path(self._own.name) / "clock"
        self.profile = profile
        self.smtp: CapturedSmtp | None = None
        self.first_instant = datetime.min.replace(tzinfo=UTC)
        self._mails_of_a_space = 2
        self._site: SiteProcess | None = None
        self._levers: Levers | None = None

    def start(self) -> None:
        """Listen for mail, start the site, try the levers. Raises LeverFault, ProfileError or EnvironmentFault."""
        self._listen()
        self._start_site()

    def restart(self, profile: Profile, meter: Meter) -> None:
        """Start the site anew as ``profile`` says, its mails caught where the former one's were. Raises as ``start``.

        The profiles may differ by their start command and their readings only.
        """
        self._stop_site()
        self._declared, self.meter = profile, meter
        self._start_site()

    def _start_site(self) -> None:
        self.profile = self._resolved()
        if self.profile.start:
            self._site = SiteProcess(self.profile, self._environment(self.profile.start.env))
            self._site.start()
        caught = MeteredMailbox(mailbox(self.profile, self.smtp or CapturedSmtp()), self.meter)
        self._levers = levers(self.profile, caught, clock_file=self._clock_file, leases=self._leases)
        if gone := self.gone():
            raise EnvironmentFault(gone, repair="[target] base_url dans le profil, ou démarrer le site")
        if self.profile.clock.kind != "none":
            self.first_instant = self.levers.clock.now()

    def _resolved(self) -> Profile:
        try:
            return self._declared.resolve(
                port=_free_port(),
                smtp_port=self.smtp.port if self.smtp else 0,
                door_token=secrets.token_urlsafe(24),
                worker=self._worker,
                python=sys.executable,
                clock_file=str(self._clock_file),
            )
        except ValidationError as error:  # sound as it is written, but not once its placeholders are filled
            raise refusal(self._declared.path, of_validation(error)) from None

    def _environment(self, told: dict[str, str]) -> dict[str, str]:
        """What the site is started in; under libfaketime where its profile says so."""
        whole, clock = {**os.environ, **told}, self.profile.clock
        return faketime.environment(clock, self._clock_file, whole) if clock.kind == "faketime" else whole

    @property
    def levers(self) -> Levers:
        """What moves the site; only once the ground has been set up."""
        if self._levers is None:
            raise EnvironmentFault("Le site n'a pas pu être mis en place.")
        return self._levers

    def _listen(self) -> None:
        mail = self._declared.mail
        if mail.kind != "smtp":
            return
        smtp = CapturedSmtp(port=mail.port or 0)
        try:
            smtp.start()
        except PortTaken as cause:
            raise LeverFault(
                f"Le port {mail.port} où le profil demande de recevoir les courriels est déjà pris.",
                repair="[mail] port dans le profil, ou arrêter ce qui écoute sur ce port",
            ) from cause
        self.smtp = smtp

    def gone(self) -> str | None:
        """What has given way, in French, or None: asked when a scenario fails, before its target is blamed.

        A ground that could not even be set up has already said why.
        """
        if self._levers is None:
            return None
        if self._site and self._site.exit_code() is not None:
            return f"Le site s'est arrêté en cours de route (code {self._site.exit_code()})."
        if self.smtp and not _listening(self.smtp.host, self.smtp.port):
            return "Le serveur qui reçoit les courriels ne répond plus."
        return self._unanswered() or self._uncaught()

    @property
    def stands(self) -> bool:
        """Whether it was set up and nothing has given way."""
        return self._levers is not None and self.gone() is None

    def await_welcome(self, recipient: str) -> None:
        """Wait for all that the creation and the activation of a space send: the code of the sheets (EP2-2-57), and
        whatever the site may add, which the first space tells for all."""
        self._mails_of_a_space = len(self.levers.mailbox.wait_for(recipient, self._mails_of_a_space))

    def _uncaught(self) -> str | None:
        try:
            self.levers.mailbox.check()
        except Fault as fault:
            return fault.message
        return None

    def _unanswered(self) -> str | None:
        target, url = self.profile.target, self.profile.target.base_url
        try:
            httpx.get(url, verify=not target.ignore_https_errors, timeout=10, trust_env=False)
        except httpx.HTTPError as cause:
            return f"Le site ne répond plus à {url} ({type(cause).__name__})."
        return None

    def stop(self) -> None:
        """Stop the site, then the mail server: a last mail may still leave."""
        self._stop_site()
        if self.smtp:
            self.smtp.stop()
        self._own.cleanup()

    def _stop_site(self) -> None:
        if self._levers:
            self._levers.close()
            self._levers = None
        if self._site:
            self._site.stop()
            if self.profile.clock.kind == "faketime" and self._site.pid:
                faketime.forget(self._site.pid)
            self._site = None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listening(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=5).close()
    except OSError:
        return False
    return True
