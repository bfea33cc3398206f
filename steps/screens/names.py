"""Finding what a page offers as a person would: by role and name, or by the vendor's selector where one is declared."""

from playwright.sync_api import Locator, Page

from targets.lexicon import Name

CALLED = "e => e.ariaLabel || e.innerText || e.value || ''"


class Named:
    """A page in which headings, commands and controls are found by their names."""

    page: Page

    def heading(self, name: Name) -> Locator:
        """The visible heading called ``name``."""
        if name.css:
            return self.page.locator(name.css).filter(visible=True)
        return self.page.get_by_role("heading", name=name.pattern).filter(visible=True)

    def command(self, name: Name) -> Locator:
        """A button or a link called ``name``: the sheets use one or the other for the same thing (C73)."""
        if name.css:
            return self.page.locator(name.css).filter(visible=True)
        button, link = (self.page.get_by_role(role, name=name.pattern) for role in ("button", "link"))
        return button.or_(link).filter(visible=True)

    def commands(self) -> list[str]:
        """What each button and link of the page is called."""
        button, link = self.page.get_by_role("button"), self.page.get_by_role("link")
        return [str(each.evaluate(CALLED)).strip() for each in button.or_(link).filter(visible=True).all()]

    def control(self, name: Name) -> Locator:
        """A form control labelled ``name``, or a group of radio buttons called so."""
        if name.css:
            return self.page.locator(name.css).filter(visible=True)
        # The text of a label wrapped around a list holds all that the list offers; the list's own name does not.
        lists = self.page.get_by_role("combobox", name=name.pattern)
        labelled = self.page.get_by_label(name.pattern).or_(lists)
        alone = labelled.and_(self.page.locator("input, select, textarea, output, [role=textbox]"))
        fieldset = self.page.get_by_role("group", name=name.pattern)
        groups = self.page.get_by_role("radiogroup", name=name.pattern).or_(fieldset)
        return alone.or_(groups.filter(has=self.page.get_by_role("radio"))).filter(visible=True)
