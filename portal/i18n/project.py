"""The messages of the project's own code: its apps and its templates."""

from pathlib import Path

from django.conf import settings

from portal.i18n.extraction import Messages, extract_folders
from portal.i18n.packages import project_folders


def project_messages() -> Messages:
    """Every message that the project's apps and template folders ask for."""
    base = Path(settings.BASE_DIR).resolve()
    folders = project_folders()
    for engine in settings.TEMPLATES:
        folders += [Path(folder).resolve() for folder in engine.get("DIRS", ())]
    return extract_folders([path for path in folders if path.is_dir()], base)
