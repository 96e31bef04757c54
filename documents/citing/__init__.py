"""Citations on the portal's pages: kept in an index, linked when shown, checked.

What an editor wrote is never rewritten: links are drawn on the way to the reader,
and a slip is corrected only where the editor asks for it.
"""
