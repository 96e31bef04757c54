"""What the editor reads of a finding or a refusal, and the article as JSON."""

from __future__ import annotations

from dataclasses import asdict

from django.utils.translation import gettext_lazy as _

from documents.models.wording import finding_message
from home.importer.article import Finding, ImportedArticle
from home.importer.errors import ImportRefused

REFUSALS = {
    "empty": _("The file is empty: there is nothing to import."),
    "too_large": _(
        "The file is about %(size)s MB; at most %(limit)s MB are accepted. "
        "Save the page without its pictures, or only the article itself."
    ),
    "unreadable": _("The file cannot be opened: check its name and its permissions."),
    "extension": _(
        "Files ending in “%(extension)s” are not accepted: choose a saved page "
        "(.html, .mhtml, .txt) or a Word file (.docx)."
    ),
    "type_differs": _(
        "The file is named “%(extension)s” but its content is %(kind)s. "
        "Save it again in the right format and choose it again."
    ),
    "not_text": _("The content is a %(kind)s file, not a saved page or a Word file."),
    "not_decodable": _(
        "The characters cannot be read: the file is damaged or in an unknown "
        "encoding. Open it and save it again as UTF-8."
    ),
    "too_complex": _(
        "The structure of the file is far larger than that of an article, "
        "so it was not opened."
    ),
    "no_article": _(
        "No article was found: only menus and the like, or a title without text."
    ),
    "old_word": _(
        "This is a file of Word 97–2003 (.doc). Open it in Word, choose “Save as”, "
        "format .docx, and import that."
    ),
    "encrypted": _(
        "The file is locked with a password. Remove the password in Word "
        "and save it again."
    ),
    "macros": _(
        "The file carries macros, which are not accepted. "
        "Save it as .docx without macros."
    ),
    "not_word": _("The content is a %(kind)s file, not a Word document."),
    "broken_word": _(
        "The Word file is damaged and cannot be opened. Open it in Word, "
        "save it again and import that."
    ),
    "zip_bomb": _(
        "The file unpacks to far more than a document needs, so it was not opened."
    ),
    "xml_bomb": _("The Word file holds forbidden definitions, so it was not opened."),
}

FINDINGS = {
    "recoded": _(
        "The text was in %(encoding)s and has been turned into Unicode: "
        "read it through once."
    ),
    "broken_characters": _(
        "%(count)s characters could not be read and stand as “�” in the text."
    ),
    "leak_removed": _(
        "A file name left by Word was removed; a picture may have stood there."
    ),
    "word_residue": _("A line of codes left by Word was removed."),
    "word_part_skipped": _("A part of the Word file could not be read."),
    "chrome_removed": _(
        "%(count)s lines that belong to the old site, not to the article, were removed."
    ),
    "no_title": _("No title was found; the first sentence stands in for it."),
    "capitals_title": _("The title is all in capitals: rewrite it in small letters."),
    "long_title": _(
        "The title has %(length)s characters: shorten it and move the rest to the lead."
    ),
    "title_cut": _("The title was too long and has been cut. In full:"),
    "long_lead": _(
        "The lead is longer than %(limit)s characters: its first sentences were taken, "
        "and the whole paragraph stands in the body."
    ),
    "no_body": _("The article has no text below its lead."),
    "no_publication_date": _(
        "The page does not say when it was published: fill in the date of publication."
    ),
    "year_assumed": _("The year of the date is not written; %(year)s was assumed."),
    "impossible_date": _("There is no such date: check the original."),
    "possible_slip": _(
        "“%(written)s” may be a slip for “%(usual)s”, which is written elsewhere."
    ),
    "picture_missing": _("The picture is missing: choose it in its place in the body."),
    "picture_refused": _("A picture was left out. %(reason)s"),
    "alt_needed": _("Describe the picture for those who cannot see it (alt text)."),
    "table_without_header": _("The table has no header row: name its columns."),
    "source_named": _("The page names its source: check that it may be reused."),
    "recognised": _("Recognised in the text; use it for the event and the topic."),
}


def explain(refusal: ImportRefused) -> str:
    return str(REFUSALS[refusal.code]) % refusal.data


def as_row(finding: Finding) -> dict[str, str]:
    """A finding as it is stored with the draft and printed as JSON."""
    if slip := finding.data.get("slip"):
        message = finding_message(slip)
    else:
        message = str(FINDINGS[finding.code]) % finding.data
    return {"code": finding.code, "message": message, "excerpt": finding.excerpt}


def to_json(article: ImportedArticle) -> dict:
    """The article in plain values, as `import_article --json` prints it."""
    crowd = article.attendance
    return {
        "title": article.title,
        "lead": article.lead,
        "body": article.body,
        "captions": article.captions,
        "event_dates": [
            {"start": d.start.isoformat(), "end": d.end.isoformat(), "text": d.text}
            for d in article.event_dates
        ],
        "localities": article.localities,
        "venue": article.venue,
        "speakers": [asdict(speaker) for speaker in article.speakers],
        "guests": [asdict(guest) for guest in article.guests],
        "attendance": asdict(crowd) if crowd else None,
        "citations": [asdict(reference) for reference in article.citations],
        "findings": [as_row(finding) for finding in article.findings],
    }
