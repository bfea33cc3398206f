"""The image to copy, wherever a screen shows one (G36)."""

import base64

from playwright.sync_api import APIResponse, Locator, Response
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from steps.screens.procedure import Player, ProcedureScreen
from steps.screens.screen import Screen
from targets.faults import Absent, CapabilityMissing


class CaptchaScreen(Screen):
    """A screen that may ask to copy an image."""

    def shows_captcha(self) -> bool:
        """Whether this screen asks to copy an image."""
        return self.window.captcha.present and self.has_field("image")

    def captcha_image(self) -> Locator:
        """The picture itself: the one that says so, else the first of the form."""
        named = self.page.get_by_role("img", name=self.words.field("image").pattern)
        pictures = named.or_(self.page.locator("form img")).filter(visible=True)
        if not self.window.appears(pictures.first):
            raise Absent(
                f"À l'écran « {self.title.spoken} », l'image à recopier est introuvable.",
                screen=self.key,
                expected="une image à recopier",
                seen=self.window.overview(),
            )
        return pictures.first

    def captcha_source(self) -> str:
        """The address of the picture now displayed."""
        return self.captcha_image().get_attribute("src") or ""

    def captcha_answer(self) -> str:
        """The signs of the picture now displayed, from the captcha lever; raises CapabilityMissing where none shows."""
        captcha = self.window.captcha
        if not captcha.present:
            raise CapabilityMissing("captcha", "Le profil dit que ce site ne montre pas d'image à recopier.")
        return captcha.answer(self.captcha_source() if captcha.distinct else "")

    def require_distinct_pictures(self) -> None:
        """Raise CapabilityMissing where one fixed answer is accepted for every picture: old and new cannot be told."""
        if not self.window.captcha.distinct:
            raise CapabilityMissing("captcha", "Ce site accepte une même réponse pour toutes ses images.")

    def copy_captcha(self) -> None:
        """Copy the picture, when this target shows one."""
        if self.window.captcha.present:
            self.window.last_signs = self.captcha_answer()
            # Where one answer is good for all, only their looks tell two pictures apart.
            self.window.last_picture = b"" if self.window.captcha.distinct else self.picture()
            self.fill("image", self.window.last_signs)

    def type_signs(self, signs: str | None) -> None:
        """Type ``signs`` in the place of the picture's own, which are copied where there are none."""
        if signs is None:
            self.copy_captcha()
        else:
            self.fill("image", signs)

    def picture(self) -> bytes:
        """What the picture looks like (PNG): its own points where the page may read them, else those of the screen."""
        image, drawn = self.captcha_image(), ""

        def loaded() -> bool:
            nonlocal drawn
            drawn = self.window.ask(image, DRAWN)
            return drawn is not None

        self.window.until(loaded)
        return base64.b64decode(drawn.partition(",")[2]) if drawn else image.screenshot()

    def renewed(self) -> bool:
        """Whether another picture is displayed than the one that was copied last."""
        if self.window.captcha.distinct:
            return self.captcha_answer() != self.window.last_signs
        return self.picture() != self.window.last_picture

    def change_picture(self, old: bytes) -> bytes:
        """Press « Changer l'image »; returns the picture displayed, once it differs from ``old`` or patience ends."""
        self.press("changer_image")
        self.window.until(lambda: self.picture() != old)
        return self.picture()

    def listen(self) -> tuple[str, float]:
        """Press « Ecouter l'extrait sonore »; the sound's type and its length (seconds) as the browser decodes it.

        It is sent now, or came with the page.
        """
        button = self.command("ecouter")
        try:
            with self.page.expect_response(_is_sound, timeout=self.window.patience * 1000) as waiting:
                button.click()
        except PlaywrightTimeout:
            return self._sound_of_the_page()
        return self._told(waiting.value)

    def _sound_of_the_page(self) -> tuple[str, float]:
        address = str(self.page.evaluate(PLAYER))
        if address.startswith("data:"):
            kind, _, sound = address.removeprefix("data:").partition(";base64,")
            return kind, self._decode(base64.b64decode(sound))
        return self._told(self.page.context.request.get(address)) if address else ("aucun son envoyé", 0.0)

    def _told(self, sound: Response | APIResponse) -> tuple[str, float]:
        return sound.headers.get("content-type", ""), self._decode(sound.body())

    def _decode(self, sound: bytes) -> float:
        return float(self.page.context.new_page().evaluate(DECODE, base64.b64encode(sound).decode()))


class GuardedScreen(ProcedureScreen, CaptchaScreen):
    """A screen of a procedure that is passed by copying an image, besides what it asks for."""

    def give(self, player: Player, signs: str | None = None) -> Screen:
        """Give what ``player`` knows, copy the image (or type ``signs`` in its place) and continue."""
        raise NotImplementedError

    def advance(self, player: Player) -> None:
        """Give what the player knows, copy the image and continue."""
        self.give(player)


# Null while it loads; nothing for what is no image of the page's own. On the screen, the same image a little further
# down is not the same.
DRAWN = """image => {
  if (!(image instanceof HTMLImageElement)) return '';
  if (!image.complete) return null;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  try {
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL();
  } catch { return ''; }
}"""
PLAYER = "() => [...document.querySelectorAll('audio')].map(e => e.currentSrc).find(Boolean) ?? ''"
DECODE = """async sound => {
  const bytes = Uint8Array.from(atob(sound), sign => sign.charCodeAt(0));
  try { return (await new OfflineAudioContext(1, 1, 44100).decodeAudioData(bytes.buffer)).duration }
  catch { return 0 }
}"""


def _is_sound(response: Response) -> bool:
    return response.headers.get("content-type", "").startswith("audio/")
