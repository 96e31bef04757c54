"""What is attached to a letter when it is sent, not when it is written.

A drawing takes a second: whoever registers should not wait for it under a lock.
"""

from collections.abc import Callable, Iterable
from email.mime.image import MIMEImage

from django.core.mail import EmailMessage

from portal.mail.outbox import Attachment

#: Takes what the letter is `about`; returns files and pictures, or nothing.
Maker = Callable[[str], Iterable[Attachment]]
_makers: dict[str, Maker] = {}
#: A picture under this name is shown in the letter: `<img src="cid:…">`.
SHOWN = "cid:"


def attached_when_sent(*templates: str) -> Callable[[Maker], Maker]:
    """The function makes what goes with the letters of these templates."""

    def register(maker: Maker) -> Maker:
        _makers.update(dict.fromkeys(templates, maker))
        return maker

    return register


def attach(message: EmailMessage, template: str, about: str) -> None:
    """Attach what belongs to a letter of this template."""
    maker = _makers.get(template)
    for part in maker(about) if maker else ():
        if part.name.startswith(SHOWN):
            name = part.name.removeprefix(SHOWN)
            picture = MIMEImage(part.content)
            picture.add_header("Content-ID", f"<{name}>")
            picture.add_header("Content-Disposition", "inline", filename=f"{name}.png")
            message.attach(picture)
        else:
            message.attach(part.name, part.content, part.mimetype)
