"""Why a file cannot become a draft. Codes here, words in `wording.py`."""

from __future__ import annotations


class ImportRefused(Exception):
    """The file was not read; nothing was written.

    `code` names the reason and `data` fills the sentence shown to the editor.
    """

    def __init__(self, code: str, **data: object):
        super().__init__(code)
        self.code = code
        self.data = data
