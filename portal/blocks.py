"""The blocks a body is made of, the same on every page type."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]


class PictureChooserBlock(ImageChooserBlock):
    """A picture, with its sizes: a body of any length costs two queries."""

    def bulk_to_python(self, values):
        pictures = super().bulk_to_python(values)
        prefetch_related_objects(list(filter(None, pictures)), "renditions")
        return pictures


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=160)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Section")), ("h3", _("Subsection"))],
        default="h2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides the page; readers of screens jump by it.")
        template = "components/streamfield/heading.html"
        preview_value = {"text": "Những quy định được phổ biến", "level": "h2"}


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("features", RICH_TEXT)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        template = "components/streamfield/paragraph.html"
        preview_value = "<p>Ba lớp tập huấn, hơn 600 người tham dự.</p>"


class CaptionedImageBlock(blocks.StructBlock):
    """A picture in its place: what it shows here, its caption, its maker."""

    image = PictureChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Alt text"),
        required=False,
        max_length=250,
        help_text=_(
            "What the picture shows, for those who cannot see it. "
            "Empty: the text kept with the picture itself."
        ),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=255)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("One picture with its caption and credit.")
        template = "components/streamfield/image.html"


class GalleryBlock(blocks.StructBlock):
    images = blocks.ListBlock(CaptionedImageBlock(), label=_("Pictures"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("Several pictures side by side, each with its caption.")
        template = "components/streamfield/gallery.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    attribution = blocks.CharBlock(
        label=_("Who said it"), required=False, max_length=200
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's own words, and whose they are.")
        template = "components/streamfield/quote.html"
        preview_value = {
            "text": "Nhìn phiếu là biết em vướng ở đâu.",
            "attribution": "Một giáo viên dự lớp (minh họa)",
        }


class TableBlock(TypedTableBlock):
    """A table with a header row, and a caption that names it."""

    def __init__(self, **kwargs) -> None:
        super().__init__(
            [
                ("text", blocks.CharBlock(label=_("Text"), required=False)),
                (
                    "number",
                    blocks.CharBlock(
                        label=_("Number"), required=False, form_classname="number"
                    ),
                ),
                (
                    "rich_text",
                    blocks.RichTextBlock(
                        label=_("Formatted text"),
                        features=["bold", "italic", "link"],
                        required=False,
                    ),
                ),
            ],
            **kwargs,
        )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns; the first row names the columns.")
        template = "components/streamfield/table.html"


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(
        label=_("Link text"),
        required=False,
        max_length=200,
        help_text=_("Empty: the title of the file."),
    )

    class Meta:
        icon = "doc-full"
        label = _("File to download")
        description = _("A file with its type and size.")
        template = "components/streamfield/document.html"


class CalloutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[
            ("note", _("Note")),
            ("warning", _("Warning")),
            ("ok", _("Good to know")),
        ],
        default="note",
    )
    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT)

    class Meta:
        icon = "warning"
        label = _("Callout")
        description = _("A short remark that must not be missed.")
        template = "components/streamfield/callout.html"
        preview_value = {
            "kind": "note",
            "title": "Lưu ý",
            "text": "<p>Mang theo vé có mã QR khi đến hội trường.</p>",
        }


class BodyBlock(blocks.StreamBlock):
    """The body of any page."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    image = CaptionedImageBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    table = TableBlock()
    document = DocumentBlock()
    callout = CalloutBlock()
