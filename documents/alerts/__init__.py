"""Changes of acts, sent by e-mail to those who asked for it.

`changes` finds what changed, `journal` keeps each change once and in order,
`subscriptions` is who gets letters, `delivery` sends them; `wording` has the words.
"""
