"""The whole file: what is known of the act, its text, the texts it promulgates."""

from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element

from documents.acts.akoma_ntoso.body import (
    add_act_text,
    add_attached_text,
    attached_heading,
    holding,
    parts_of,
)
from documents.acts.akoma_ntoso.elements import document, sub
from documents.acts.akoma_ntoso.facts import ActFacts, Modification
from documents.acts.akoma_ntoso.metadata import add_identification, add_life
from documents.acts.akoma_ntoso.names import part_id
from documents.law.effects import Consolidation


def akoma_ntoso(
    facts: ActFacts, text: Consolidation, changes: Sequence[Modification], on: date
) -> bytes:
    """Valid by the schema of Akoma Ntoso 3.0, whatever is known or missing."""
    root = Element("akomaNtoso")
    changed = bool(changes)
    act = sub(
        root,
        "act",
        name=facts.name.kind or "act",
        contains="singleVersion" if changed else "originalVersion",
    )
    meta = sub(act, "meta")
    add_identification(meta, facts, on)
    held = {effect.id for piece in text.provisions if (effect := holding(piece))}
    add_life(meta, facts, changes, held)
    parts = dict(parts_of(text))
    add_act_text(act, parts.pop(""))
    if parts:
        attachments = sub(act, "attachments")
        for part, pieces in parts.items():
            attachment = sub(attachments, "attachment", eId=part_id(part))
            if heading := attached_heading(pieces):
                sub(attachment, "heading", heading)
            attached = sub(attachment, "doc", name=part)
            add_identification(sub(attached, "meta"), facts, on, component=part)
            add_attached_text(attached, pieces)
    return document(root)
