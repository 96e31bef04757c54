"""Many acts at once: read from a file, checked, and written as publishing writes one.

`sheet` reads, `checking` judges, `writing` stores; nothing is stored before the whole
file has been judged.
"""
