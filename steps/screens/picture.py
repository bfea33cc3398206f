"""Pictures of a page: secrets masked, and what matters outlined in red, as the sheets do.

Drawn on the picture afterwards: the page under test is looked at, never changed.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal, TypedDict

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import FloatRect, Locator, Page

Act = Literal["fill", "tick", "choose", "press", "seen"]

RED, WHITE = "#c9191e", "#ffffff"
MASK = "#8a94a3"
TYPED = "input, textarea, select, [contenteditable]"
JUDGED = (3, 200)
"""How long a text is that can be looked for on a page, to be outlined there."""
MARGIN, LINE, DISC, ARROW = 5, 4, 15, 46
WIDEST, TALLEST = 1600, 4000
"""Pixels kept of a page that has no end."""
QUALITY = 72
NAME_LIMIT = 80
MEASURE_MS = 2000
SIZE = "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
# Where an element is on the page, with the label that is drawn over a box to tick, and what a person calls it.
OUTLINE = """(e, pressed) => {
  const named = [...(e.labels ?? [])].at(0) ?? e.querySelector?.('legend');
  const boxes = [e, ...(e.matches('[type=radio], [type=checkbox]') && named ? [named] : [])];
  const rects = boxes.map(box => box.getBoundingClientRect());
  const left = Math.min(...rects.map(r => r.left)), top = Math.min(...rects.map(r => r.top));
  const told = pressed ? e.ariaLabel || e.innerText || e.value : named?.innerText || e.ariaLabel;
  const acts = { 'input[type=radio], input[type=checkbox]': 'tick', 'select, fieldset, [role=radiogroup]': 'choose' };
  return {
    act: Object.entries(acts).find(([kind]) => e.matches(kind))?.[1] ?? '',
    x: left + scrollX, y: top + scrollY,
    width: Math.max(...rects.map(r => r.right)) - left, height: Math.max(...rects.map(r => r.bottom)) - top,
    name: told ?? '',
  };
}"""


class Outline(TypedDict):
    """What ``OUTLINE`` tells of an element: how it is filled in, its place on the page (pixels), its name."""

    act: Act | Literal[""]
    x: float
    y: float
    width: float
    height: float
    name: str


@dataclass(frozen=True)
class Touch:
    """What the person has acted on, or what was judged; ``name`` serves where the page gives it none."""

    act: Act
    name: str
    where: Locator


@dataclass(frozen=True)
class Picture:
    """A picture (WebP), the screen that it shows, and what is outlined on it, in order."""

    content: bytes
    screen: str
    marks: tuple[tuple[Act, str], ...]


class Pictured:
    """What a window shows of itself. ``hidden`` gives the secrets that its page may show; ``showing``, its screen."""

    page: Page
    hidden: Callable[[], list[str]]
    showing: str
    touches: list[Touch]

    def touch(self, act: Act, name: str, where: Locator) -> None:
        """Note that the person acts on ``where``, called ``name`` in the sheets."""
        self.touches = [touch for touch in self.touches if touch.name != name]
        self.touches.append(Touch(act, name, where))

    def picture(self, judged: str = "") -> Picture:
        """The page, all that is typed and the known answers masked; outlined: the text ``judged``, if it is there,
        else what the person touched last."""
        seen = self.page.get_by_text(judged).filter(visible=True) if JUDGED[0] <= len(judged) <= JUDGED[1] else None
        outlined = [Touch("seen", judged, seen)] if seen is not None and seen.count() else self.touches[-1:]
        return photograph(self.page, self.showing, [self.page.locator(TYPED), *self._known()], outlined)

    def illustration(self) -> Picture:
        """The page of a sheet: only secrets masked, all that the person touched outlined in order."""
        masked = [*self._secret_fields(), *self._known()]
        return photograph(self.page, self.showing, masked, self.touches, numbered=True)

    def _known(self) -> list[Locator]:
        return [self.page.get_by_text(value) for value in self.hidden() if len(value) > 2]

    def _secret_fields(self) -> Iterator[Locator]:
        yield self.page.locator("[contenteditable]")
        secrets = [value.casefold() for value in self.hidden() if value]
        for entry in self.page.locator("input, textarea").filter(visible=True).all():
            held = entry.input_value().casefold()
            hides = held and entry.get_attribute("type") == "password"
            if hides or any(secret in held for secret in secrets):
                yield entry


def photograph(
    page: Page, screen: str, masked: Sequence[Locator], touches: Sequence[Touch], *, numbered: bool = False
) -> Picture:
    """The whole page, called ``screen``, as a person sees it.

    ``masked`` is painted over and each of ``touches`` outlined, if it is there. ``numbered``: discs tell the order of
    the page, what is pressed coming last, with an arrow.
    """
    width, height = page.evaluate(SIZE)
    clip: FloatRect = {"x": 0, "y": 0, "width": min(width, WIDEST), "height": min(height, TALLEST)}
    found = sorted(((touch, outline) for touch in touches if (outline := _measured(touch))), key=_in_reading_order)
    shot = page.screenshot(mask=[*masked], mask_color=MASK, full_page=True, clip=clip, scale="css")
    drawn = _drawn(shot, [outline for _, outline in found], numbered)
    return Picture(drawn, screen, tuple((_act(touch, o), _short(o["name"]) or touch.name) for touch, o in found))


def _in_reading_order(found: tuple[Touch, Outline]) -> tuple[bool, float, float]:
    touch, outline = found
    return touch.act == "press", outline["y"], outline["x"]


def _act(touch: Touch, outline: Outline) -> Act:
    return outline["act"] or touch.act if touch.act == "fill" else touch.act


def _measured(touch: Touch) -> Outline | None:
    try:
        if touch.where.count() == 0:
            return None
        outline: Outline = touch.where.first.evaluate(OUTLINE, touch.act == "press", timeout=MEASURE_MS)
    except PlaywrightError:
        return None  # it went with its page: nothing of it is left to outline
    outline["name"] = "" if touch.act == "seen" else outline["name"]
    return outline if outline["width"] > 0 and outline["height"] > 0 else None


def _short(told: str) -> str:
    """The first line of a name, without the signs that say a field is required."""
    lines = [line.strip(" *:\u00a0") for line in told.splitlines() if line.strip(" *:\u00a0")]
    return lines[0][:NAME_LIMIT] if lines else ""


def _drawn(shot: bytes, outlines: Sequence[Outline], numbered: bool) -> bytes:
    with Image.open(io.BytesIO(shot)) as opened:
        image = opened.convert("RGB")
    draw = ImageDraw.Draw(image)
    several = numbered and len(outlines) > 1
    for rank, outline in zip(count(1), outlines, strict=False):
        left, top = outline["x"] - MARGIN, outline["y"] - MARGIN
        right, bottom = outline["x"] + outline["width"] + MARGIN, outline["y"] + outline["height"] + MARGIN
        draw.rounded_rectangle((left - 2, top - 2, right + 2, bottom + 2), 8, outline=WHITE, width=LINE + 4)
        draw.rounded_rectangle((left, top, right, bottom), 6, outline=RED, width=LINE)
        if numbered and rank == len(outlines):
            _arrow(draw, left, right, (top + bottom) / 2, image.width)
        if several:
            _disc(draw, max(left - DISC - 4, DISC), (top + bottom) / 2, str(rank))
    written = io.BytesIO()
    image.save(written, "WEBP", quality=QUALITY, method=4)
    return written.getvalue()


def _arrow(draw: ImageDraw.ImageDraw, left: float, right: float, middle: float, width: int) -> None:
    """Towards the element, from the side where there is room."""
    tip, way = (right + 4, 1) if right + ARROW < width else (left - 4, -1)
    shaft = [(tip + way * 14, middle), (tip + way * ARROW, middle)]
    draw.line(shaft, fill=WHITE, width=14)
    draw.line(shaft, fill=RED, width=8)
    draw.polygon([(tip, middle), (tip + way * 20, middle - 13), (tip + way * 20, middle + 13)], fill=RED, outline=WHITE)


def _disc(draw: ImageDraw.ImageDraw, x: float, y: float, text: str) -> None:
    draw.ellipse((x - DISC, y - DISC, x + DISC, y + DISC), fill=RED, outline=WHITE, width=2)
    draw.text((x, y), text, fill=WHITE, font=ImageFont.load_default(18), anchor="mm")
