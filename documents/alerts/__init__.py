"""Changes of acts told by e-mail to those who asked for it.

`noticing` finds what changed, `ledger` keeps each change once and in order,
`subscribing` is who is told, `sending` tells them; `wording` has the words.
"""
