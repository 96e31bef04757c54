"""A saved page of the former portal, or a Word file, becomes a draft article.

`reading.read_article` recognises and writes nothing; `drafts.create_draft` writes one
draft page with its pictures and findings, or nothing at all. The modules between
bytes and article know no Django; `wording` has the words people read.
"""
