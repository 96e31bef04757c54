"""A unit proposes an initiative for the showcase: written in parts, resumed by a link.

`steps` names the parts, `writing` keeps them, `sending` makes a draft page of them.
"""
