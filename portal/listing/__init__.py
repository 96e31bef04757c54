"""One faceted listing: rooms state their facets, orders and rows; the rest is here."""
