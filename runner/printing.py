"""Pages of ours on paper: Chromium's own print, so that the PDF is the page."""

import base64
import io
import re
from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, PdfMargins, sync_playwright

from runner import browser

MARGINS: PdfMargins = {"top": "1.5cm", "bottom": "1.6cm", "left": "1.6cm", "right": "1.6cm"}
PICTURE = re.compile(r"data:image/webp;base64,([A-Za-z0-9+/=]+)")
QUALITY = 75
FOOT = (
    '<div style="width:100%; font-size:8px; text-align:center">'
    '<span class="pageNumber"></span> / <span class="totalPages"></span></div>'
)


def on_paper(pages: Iterable[Path]) -> list[Path]:
    """Write beside each of ``pages`` (HTML) the same as a PDF, A4, tagged for screen readers; returns the PDFs."""
    found = list(pages)
    if not found:
        return []
    with sync_playwright() as driver:
        engine = browser.find(False, Path(driver.chromium.executable_path))
        with driver.chromium.launch(**(browser.launch_args(engine) if engine else {})) as chromium:
            page = chromium.new_page(java_script_enabled=False)
            return [printed(page, one) for one in found]


def printed(page: Page, source: Path) -> Path:
    """The same for one of them, by means of ``page``."""
    paper = source.with_suffix(".pdf")
    page.set_content(PICTURE.sub(_kept_as_it_is, source.read_text(encoding="utf-8")))
    page.pdf(
        path=paper,
        format="A4",
        margin=MARGINS,
        print_background=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOT,
        tagged=True,
        outline=True,
    )
    return paper


def _kept_as_it_is(picture: re.Match[str]) -> str:
    """The same picture as a JPEG: the only kind that a PDF holds without unpacking it, four times as heavy."""
    written = io.BytesIO()
    with Image.open(io.BytesIO(base64.b64decode(picture[1]))) as image:
        image.convert("RGB").save(written, "JPEG", quality=QUALITY, optimize=True)
    return f"data:image/jpeg;base64,{base64.b64encode(written.getvalue()).decode('ascii')}"
