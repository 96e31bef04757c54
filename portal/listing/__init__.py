"""One faceted listing: what narrows a list, what each choice leaves, links, orders.

A room states its facets in a table, reads the reader's choices by it, narrows rows of
one value per facet, and gives `listing_context` to `templates/portal/listing.html`:

    table = (Facet("linh-vuc", _("Field of work"), every(*fields)), …)
    choices = Choices.read(request.GET, table, base_url=base, q=q)
    left = Narrowed(rows, table, choices.chosen)
    return listing_context(choices, left.all_counts()) | {"pages": …}
"""
