"""News by letter to those who asked for it and confirmed it: one a day at most.

`registry` is what can be followed, as each room says; `verbs` is who follows what,
`delivery` writes the letters, `views` is what a reader sees of it.
"""
