"""Many acts at once: read from a file, checked, and written as publishing writes one.

`columns` reads, `candidates` judges, `writer` stores; nothing is stored before the
whole file has been judged.
"""
