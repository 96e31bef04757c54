"""An act on a day as Akoma Ntoso 3.0 (OASIS LegalDocML), for programs.

`body` makes the text, `metadata` what is known of it, `document` both together.
"""

from documents.acts.akoma_ntoso.document import akoma_ntoso

__all__ = ["akoma_ntoso"]
