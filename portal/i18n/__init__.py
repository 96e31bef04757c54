"""Reading, comparing and compiling message catalogues without system gettext.

`catalogues` reads, rewrites and compiles .po files (needs polib, also at set-up),
`fidelity` says whether a translation keeps what its message holds (pure),
`extraction` finds the messages in source code (needs Babel, development only),
`packages` knows which messages the installed third-party apps show.
"""
