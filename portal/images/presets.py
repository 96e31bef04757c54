"""The sizes a picture is cut to, one preset for each place it appears in."""

from __future__ import annotations

from dataclasses import dataclass

FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True)
class Preset:
    """Widths in pixels; `ratio` crops round the focal point, None keeps the shape."""

    widths: tuple[int, ...]
    sizes: str
    ratio: tuple[int, int] | None = None
    formats: tuple[str, ...] = FORMATS

    def spec(self, width: int, image_format: str) -> str:
        """The Wagtail filter that makes one file of this preset."""
        if self.ratio is None:
            operation = f"width-{width}"
        else:
            across, down = self.ratio
            operation = f"fill-{width}x{round(width * down / across)}"
        return f"{operation}|format-{image_format}"

    def widths_for(self, width: int, height: int) -> list[int]:
        """The widths worth making of a picture this large; nothing is blown up.

        The first width that is larger than the picture stands for its full size,
        unless a smaller one already comes close.
        """
        if self.ratio is not None:
            across, down = self.ratio
            width = min(width, height * across // down)
        fitting = [step for step in self.widths if step <= width]
        larger = [step for step in self.widths if step > width]
        if larger and (not fitting or width > fitting[-1] * 1.15):
            fitting.append(larger[0])
        return fitting

    def specs_for(self, width: int, height: int) -> list[str]:
        return [
            self.spec(step, image_format)
            for image_format in self.formats
            for step in self.widths_for(width, height)
        ]


PRESETS = {
    # The reading column is 648 px; 864 serves phones of the usual density.
    "article": Preset((648, 864, 1296), "(min-width: 700px) 648px, calc(100vw - 32px)"),
    # The lead story of a listing and the cards beside it.
    "card": Preset((352, 704), "(min-width: 700px) 352px, calc(100vw - 32px)", (16, 9)),
    "thumb": Preset((176, 352), "176px", (1, 1), ("webp", "jpeg")),
    "gallery": Preset((312, 624), "(min-width: 700px) 312px, 50vw", (3, 2)),
    # What other sites show beside a shared link.
    "og": Preset((1200,), "1200px", (1200, 630), ("jpeg",)),
}


def all_specs(width: int, height: int) -> list[str]:
    """Every filter a picture of this size is cut with."""
    specs = (
        spec for preset in PRESETS.values() for spec in preset.specs_for(width, height)
    )
    return list(dict.fromkeys(specs))


def shown_specs(*names: str) -> list[str]:
    """The filters that a page showing these presets can ask for."""
    specs = [
        PRESETS[name].spec(width, image_format)
        for name in names
        for image_format in PRESETS[name].formats
        for width in PRESETS[name].widths
    ]
    # What is shown where a size is missing.
    return [*specs, PRESETS["article"].spec(PRESETS["article"].widths[0], "jpeg")]
