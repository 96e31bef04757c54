"""What is wrong with a page: in both themes, on a desk and on the narrowest phone."""

from axe_playwright_python.sync_playwright import Axe

# axe leaves the size of targets out unless asked; a thumb does not.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
DESK = 1280
LIGHT = ("light", DESK)
DARK = ("dark", DESK)
LIGHT_PHONE = ("light", 320)
DARK_PHONE = ("dark", 320)
LOOKS = (LIGHT, DARK_PHONE, DARK, LIGHT_PHONE)

# Colours on their way to another are nobody's to judge. One that is broken off, by the
# next look or a pointer gone, is followed by another or by none.
SETTLED = """async () => {
  const underWay = () => document.getAnimations()
    .filter((one) => one instanceof CSSTransition).map((one) => one.finished);
  while (underWay().length) await Promise.allSettled(underWay());
}"""


def faults(page, looks=LOOKS) -> list[tuple]:
    """Scheme, width, rule and element of all that axe finds, and of what is too wide.

    The page is as open as before in every look, and as wide as before at the end.
    """
    axe = Axe()
    size = page.viewport_size
    found = []
    page.evaluate(axe.axe_script)
    for scheme, width in looks:
        page.set_viewport_size({**size, "width": width})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        for rule in page.evaluate("(asked) => axe.run(document, asked)", OPTIONS)[
            "violations"
        ]:
            found += [(scheme, width, rule["id"], one["html"]) for one in rule["nodes"]]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((scheme, width, "too wide", page.url))
    page.set_viewport_size(size)
    return found
