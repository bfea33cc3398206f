"""A choice among a few texts, however a site draws it: a list, or radio buttons under one name."""

from playwright.sync_api import Locator

from steps.checks import bare

RADIOS = "input[type=radio], [role=radio]"
# Whether something is chosen there, rather than typed.
CHOICE = f"e => e.tagName === 'SELECT' || e.querySelector('{RADIOS}') !== null"
# Named as a screen reader names it: by what it says of itself, then by its label, then by what it holds.
NAMED = """r => {
  const by = (r.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent);
  return by.join(' ') || r.ariaLabel || r.labels?.[0]?.textContent || r.textContent;
}"""
OFFERED = f"""e => e.options ? [...e.options].map(o => o.textContent)
    : [...e.querySelectorAll('{RADIOS}')].map({NAMED})"""
# What a control holds, as a person reads it: of a choice the one that is made, which may be none yet.
HELD = f"""e => {{
  if (e.selectedOptions) return e.value && e.selectedOptions[0].textContent.trim();
  if (!e.querySelector('{RADIOS}')) return e.value ?? e.textContent;
  const taken = [...e.querySelectorAll('{RADIOS}')].find(r => r.checked || r.ariaChecked === 'true');
  return taken ? ({NAMED})(taken).trim() : '';
}}"""


def offered(entry: Locator) -> list[str]:
    """The texts to choose from, in order; none where ``entry`` is no choice."""
    return [text.strip() for text in entry.evaluate(OFFERED)]


def choose(entry: Locator, value: str) -> str:
    """Choose ``value``, or nothing where it is empty, as far as the site offers it; returns what is chosen then."""
    texts, radios = [bare(text) for text in offered(entry)], entry.locator(RADIOS)
    if bare(value) in texts and radios.count():
        radios.nth(texts.index(bare(value))).check(force=True)  # its label may be drawn over it
    elif bare(value) in texts:
        entry.select_option(index=texts.index(bare(value)))
    elif not bare(value) and entry.locator("option[value='']").count():
        entry.select_option(value="")
    return str(entry.evaluate(HELD))
