"""Model fields of the portal's own."""

from wagtail import fields


class StreamField(fields.StreamField):
    """A StreamField whose block definitions stay out of migrations.

    A block's wording and options change weekly and touch no column, so a
    migration for each would be noise. Historical models see an empty stream
    definition: a data migration reads the raw JSON instead.
    """

    def __init__(self, *args, **kwargs) -> None:
        if args or "block_types" in kwargs:
            super().__init__(*args, **kwargs)
        else:
            super().__init__([], **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
