"""A unit proposes an initiative for the showcase: written in parts, resumed by a link.

`parts` names them, `drafts` stores them, `moderation` makes a draft page of them.
"""
