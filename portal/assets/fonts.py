"""Be Vietnam Pro, cut down to what Vietnamese text needs, as two woff2 files.

The server imports this module for `source`, so fontTools, which only a build needs,
is imported where it is used.
"""

import hashlib
from pathlib import Path

import fontpkg_be_vietnam_pro

WEIGHTS = {400: "Regular", 700: "Bold"}
STAMP = "fonts.sha256"

_RANGES = (
    (0x0020, 0x007E),  # Latin letters, digits and signs
    (0x00A0, 0x00FF),  # no-break space, § ° · × and the Western accents
    (0x1EA0, 0x1EF9),  # Vietnamese letters with tone marks
)
_LETTERS = "ĂăĐđĨĩŨũƠơƯư"
_COMBINING = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_SIGNS = "–—…“”‘’„‚•‹›†‡₫€™−≤≥≠≈"
# Drawn like their plain kin, so that a number such as 36/2018/QĐ‑UBND written with
# them does not change font in the middle.
_ALIASES = {0x2010: 0x2D, 0x2011: 0x2D, 0x202F: 0xA0, 0x2009: 0xA0}
_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")
_NAME_IDS = (0, 1, 2, 3, 4, 5, 6, 13, 14)


def characters() -> set[int]:
    """The code points the built fonts draw, aliases included."""
    points = {point for first, last in _RANGES for point in range(first, last + 1)}
    points.update(map(ord, _LETTERS + _COMBINING + _SIGNS))
    return points | set(_ALIASES)


def build(target: Path) -> list[Path]:
    """Write the fonts into `target` and return their paths.

    The same package gives the same bytes; files that are up to date are left alone.
    """
    files = [target / f"be-vietnam-pro-{weight}.woff2" for weight in WEIGHTS]
    stamp = target / STAMP
    recipe = _recipe()
    if (
        stamp.is_file()
        and stamp.read_text("ascii").strip() == recipe
        and all(file.is_file() for file in files)
    ):
        return files
    target.mkdir(parents=True, exist_ok=True)
    for file, style in zip(files, WEIGHTS.values(), strict=True):
        _subset(source(style), file)
    stamp.write_text(recipe + "\n", "ascii")
    return files


def source(style: str) -> Path:
    """The full TrueType file of a style, as its package ships it."""
    return fontpkg_be_vietnam_pro.ROOT / "files" / f"BeVietnamPro-{style}.ttf"


def _recipe() -> str:
    from fontTools import version  # for builds alone

    digest = hashlib.sha256(f"fonttools {version}".encode())
    digest.update(Path(__file__).read_bytes())
    for style in WEIGHTS.values():
        digest.update(source(style).read_bytes())
    return digest.hexdigest()


def _subset(path: Path, target: Path) -> None:
    from fontTools.subset import Options, Subsetter  # for builds alone
    from fontTools.ttLib import TTFont

    # Without recalcTimestamp the file would carry the time of the build.
    font = TTFont(path, recalcTimestamp=False)
    _add_tabular_digits(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for alias, plain in _ALIASES.items():
                table.cmap[alias] = table.cmap[plain]
    options = Options()
    options.layout_features = list(_FEATURES)
    options.name_IDs = list(_NAME_IDS)
    # Hints cost 25 KB and keep stacked accents apart on the 96 dpi screens of offices.
    options.hinting = True
    options.flavor = "woff2"
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def _add_tabular_digits(font) -> None:
    """Give the font `tnum`, which it lacks: digits of one width for columns."""
    from fontTools.ttLib.tables import otTables  # for builds alone
    from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

    digits = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    widths = {name: font["hmtx"][name][0] for name in digits}
    width = max(widths.values())
    order = font.getGlyphOrder()
    for name in digits:
        component = GlyphComponent()
        component.glyphName = name
        component.x, component.y = (width - widths[name]) // 2, 0
        component.flags = 0x0004  # round to the grid
        glyph = Glyph()
        glyph.numberOfContours = -1
        glyph.components = [component]
        font["glyf"][f"{name}.tf"] = glyph
        left = font["hmtx"][name][1] + component.x
        font["hmtx"][f"{name}.tf"] = (width, left)
        order = [*order, f"{name}.tf"]
    font.setGlyphOrder(list(dict.fromkeys(order)))

    substitution = otTables.SingleSubst()
    substitution.mapping = {name: f"{name}.tf" for name in digits}
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = 1, 0
    lookup.SubTable, lookup.SubTableCount = [substitution], 1
    table = font["GSUB"].table
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)

    record = otTables.FeatureRecord()
    record.FeatureTag = "tnum"
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [table.LookupList.LookupCount - 1]
    record.Feature.LookupCount = 1
    table.FeatureList.FeatureRecord.append(record)
    table.FeatureList.FeatureCount = len(table.FeatureList.FeatureRecord)
    for script in table.ScriptList.ScriptRecord:
        systems = [entry.LangSys for entry in script.Script.LangSysRecord]
        for system in filter(None, [script.Script.DefaultLangSys, *systems]):
            system.FeatureIndex.append(table.FeatureList.FeatureCount - 1)
            system.FeatureCount = len(system.FeatureIndex)
