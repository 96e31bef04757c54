"""Why a letter was not even queued."""


class MailRefused(ValueError):
    """The letter cannot go out as it is; nothing was written."""


class BadAddress(MailRefused):
    """The recipient is no single e-mail address."""


class BadHeader(MailRefused):
    """A subject or header with a line break in it would become other headers."""


class BadAttachment(MailRefused):
    """The files are too large for mail, or one has a name that is none."""
