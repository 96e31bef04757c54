"""Lists as offices write them: headings, title lines, totals and signatures and all.

`tried` are those the reader was written with; `kept` were written before it and held
back until it was done.
"""
