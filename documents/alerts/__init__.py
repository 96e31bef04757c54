"""Changes of acts, told by letter to those who follow them, and as feeds.

`changes` finds what changed, `journal` keeps each change once and in order, `news`
gives it to the letters of `portal.subscriptions`; `wording` has the words.
"""
