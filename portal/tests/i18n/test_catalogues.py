"""Message catalogues: found, brought up to date, compiled, and checked."""

import gettext
import os
from io import StringIO
from pathlib import Path

import polib
import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command
from django.utils.translation import override, trans_real
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.views.i18n import js_catalog

from portal.i18n import packages
from portal.i18n.catalogues import WIDTH
from portal.i18n.placeholders import faults
from portal.i18n.review import review_project, review_third_parties

VIEWS = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext

TITLE = _("Title")
NEXT = pgettext("month", "Next")
COMPUTED = _(NAMES["not a message"]), _(f"not a message {n}")

def count(n):
    return ngettext("%(n)d page", "%(n)d pages", n) % {"n": n}
"""
TEMPLATE = """{% load i18n %}
  <h1 title="{% translate 'A heading' %}">
 {% blocktranslate trimmed with name=page.title %}
    Edit <b>{{ name }}</b>
 {% endblocktranslate %}</h1>
"""
VENDOR_VIEWS = """
from django.utils.translation import gettext as _

SAVE = _("Save")
REMOVE = _("Remove %(title)s")
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def catalogue(path: Path, **translations: str) -> Path:
    entries = [
        f"msgid {polib_quoted(msgid)}\nmsgstr {polib_quoted(msgstr)}\n"
        for msgid, msgstr in translations.items()
    ]
    header = (
        'msgid ""\nmsgstr ""\n"Language: vi\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=1; plural=0;\\n"\n'
    )
    return write(path, "\n".join([header, *entries]))


def polib_quoted(text: str) -> str:
    return f'"{polib.escape(text)}"'


@pytest.fixture
def house(tmp_path, settings, monkeypatch):
    """A project of one app, using one app of somebody else."""
    write(tmp_path / "shop/__init__.py", "")
    write(tmp_path / "shop/views.py", VIEWS)
    write(tmp_path / "shop/tests/test_views.py", '_("Only in a test")')
    write(tmp_path / "templates/shop/page.html", TEMPLATE)
    vendor = tmp_path / "site-packages/vendor"
    write(vendor / "__init__.py", "")
    write(vendor / "apps.py", "")
    write(vendor / "views.py", VENDOR_VIEWS)
    catalogue(vendor / "locale/en/LC_MESSAGES/djangojs.po", Close="")
    settings.BASE_DIR = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "locale", tmp_path / "locale/vendor"]
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [tmp_path / "templates"]}  # read, not drawn
    ]
    monkeypatch.setattr(packages, "app_folders", lambda: [tmp_path / "shop", vendor])
    monkeypatch.setattr(packages, "LIBRARIES", ())
    return tmp_path


def run(command: str) -> str:
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def translate_everything(house: Path) -> None:
    """Make every message of the small house translated, each by itself."""
    run("make_messages")
    path = house / "locale/vi/LC_MESSAGES/django.po"
    own = polib.pofile(str(path), wrapwidth=WIDTH)
    for entry in own:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid_plural}
        else:
            entry.msgstr = entry.msgid
    own.save(str(path))
    vendor = house / "locale/vendor/vi/LC_MESSAGES"
    messages = {"Save": "Lưu", "Remove %(title)s": "Xóa %(title)s"}
    catalogue(vendor / "django.po", **messages)
    catalogue(vendor / "djangojs.po", Close="Đóng")


def problems() -> str:
    with pytest.raises(CommandError) as failure:
        run("check_messages")
    return str(failure.value)


def test_make_messages_finds_what_code_and_templates_say(house):
    run("make_messages")
    found = polib.pofile(str(house / "locale/vi/LC_MESSAGES/django.po"))
    assert [(e.msgctxt, e.msgid, e.msgid_plural) for e in found] == [
        (None, "%(n)d page", "%(n)d pages"),
        (None, "A heading", ""),
        (None, "Edit <b>%(name)s</b>", ""),
        ("month", "Next", ""),
        (None, "Title", ""),
    ]
    assert found.find("Title").occurrences == [("shop/views.py", "")]
    assert found.find("A heading").occurrences == [("templates/shop/page.html", "")]


def test_make_messages_keeps_translations_and_drops_what_is_gone(house):
    path = catalogue(
        house / "locale/vi/LC_MESSAGES/django.po", Title="Tiêu đề", Gone="Đã bỏ"
    )
    run("make_messages")
    found = polib.pofile(str(path))
    assert found.find("Title").msgstr == "Tiêu đề"
    assert found.find("Gone", include_obsolete_entries=True) is None
    assert found.metadata["Plural-Forms"] == "nplurals=1; plural=0;"


def test_make_messages_leaves_an_up_to_date_catalogue_alone(house):
    run("make_messages")
    path = house / "locale/vi/LC_MESSAGES/django.po"
    os.utime(path, (1, 1))
    run("make_messages")
    assert path.stat().st_mtime == 1


def test_a_message_more_adds_its_own_lines_and_changes_no_others(house):
    long = "Một câu dài hơn một dòng của danh mục, " * 6
    write(house / "shop/long.py", f"_({long!r})\n_('Zebra')\n_('Aardvark')")
    translate_everything(house)
    path = house / "locale/vi/LC_MESSAGES/django.po"
    before = path.read_text("utf-8").splitlines()
    write(house / "shop/more.py", "_('One more')")
    run("make_messages")
    after = path.read_text("utf-8").splitlines()
    place = after.index('msgid "One more"')
    own = after[place - 1 : place + 3]
    assert own == ["#: shop/more.py", 'msgid "One more"', 'msgstr ""', ""]
    assert before == [*after[: place - 1], *after[place + 3 :]]


def test_make_messages_keeps_the_words_when_a_message_begins_to_count(house):
    path = catalogue(
        house / "locale/vi/LC_MESSAGES/django.po", **{"%(n)d page": "%(n)d trang"}
    )
    run("make_messages")
    assert polib.pofile(str(path)).find("%(n)d page").msgstr_plural == {
        0: "%(n)d trang"
    }


def test_build_messages_compiles_what_is_missing_or_older_and_nothing_else(house):
    first = catalogue(house / "locale/vi/LC_MESSAGES/django.po", Title="Tiêu đề")
    second = catalogue(house / "locale/vendor/vi/LC_MESSAGES/djangojs.po", Close="Đóng")
    assert run("build_messages") == "Compiled catalogues: 2\n"
    compiled = first.with_suffix(".mo")
    assert second.with_suffix(".mo").exists()
    assert run("build_messages") == "Compiled catalogues: 0\n"
    os.utime(compiled, (1, 1))
    assert run("build_messages") == "Compiled catalogues: 1\n"
    assert sorted(path.name for path in first.parent.iterdir()) == [
        "django.mo",
        "django.po",
    ]


def test_a_compiled_catalogue_says_plurals_and_contexts(house):
    translate_everything(house)
    path = house / "locale/vi/LC_MESSAGES/django.po"
    found = polib.pofile(str(path))
    found.find("%(n)d page").msgstr_plural = {0: "%(n)d trang"}
    found.find("Next", msgctxt="month").msgstr = "Tháng sau"
    found.save(str(path))
    run("build_messages")
    words = gettext.translation("django", house / "locale", ["vi"])
    assert words.ngettext("%(n)d page", "%(n)d pages", 1) == "%(n)d trang"
    assert words.pgettext("month", "Next") == "Tháng sau"


def test_check_messages_passes_when_all_is_translated(house):
    translate_everything(house)
    assert run("check_messages") == "Every message is translated.\n"


@pytest.mark.parametrize(
    ("file", "msgid", "msgstr", "problem"),
    [
        ("vi/LC_MESSAGES/django.po", "Title", "", "the project: untranslated: 'Title'"),
        (
            "vi/LC_MESSAGES/django.po",
            "Edit <b>%(name)s</b>",
            "Sửa %(nam)s",
            "placeholders differ: 'Edit <b>%(name)s</b>'",
        ),
        ("vi/LC_MESSAGES/django.po", "Gone", "Đã bỏ", "obsolete: 'Gone'"),
        (
            "vendor/vi/LC_MESSAGES/django.po",
            "Save",
            "",
            "vendor: untranslated: 'Save' (vendor/views.py)",
        ),
        (
            "vendor/vi/LC_MESSAGES/django.po",
            "Remove %(title)s",
            "Xóa",
            "placeholders differ: 'Remove %(title)s'",
        ),
        (
            "vendor/vi/LC_MESSAGES/djangojs.po",
            "Close",
            "",
            "vendor: untranslated: 'Close'",
        ),
        ("vendor/vi/LC_MESSAGES/djangojs.po", "Old", "Cũ", "obsolete: 'Old'"),
    ],
)
def test_check_messages_names_each_problem(house, file, msgid, msgstr, problem):
    translate_everything(house)
    path = str(house / "locale" / file)
    changed = polib.pofile(path)
    entry = changed.find(msgid)
    if entry is None:
        entry = polib.POEntry(msgid=msgid)
        changed.append(entry)
    entry.msgstr = msgstr
    changed.save(path)
    assert problem in problems()


def test_check_messages_does_not_accept_a_doubtful_translation(house):
    translate_everything(house)
    path = str(house / "locale/vi/LC_MESSAGES/django.po")
    changed = polib.pofile(path)
    changed.find("Title").flags.append("fuzzy")
    changed.save(path)
    assert "fuzzy: 'Title'" in problems()


def test_the_vendors_own_translation_is_enough_unless_it_is_broken(house):
    translate_everything(house)
    ours = house / "locale/vendor/vi/LC_MESSAGES/django.po"
    ours.unlink()
    theirs = catalogue(
        house / "site-packages/vendor/locale/vi/LC_MESSAGES/django.po",
        **{"Save": "Lưu", "Remove %(title)s": "Xóa"},
    )
    polib.pofile(str(theirs)).save_as_mofile(str(theirs.with_suffix(".mo")))
    listing = problems()
    assert "'Save'" not in listing
    assert "vendor: untranslated: 'Remove %(title)s'" in listing


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        ("Delete %(title)s", "Xóa"),
        ("%d of %s", "%s trong %d"),
        ("{count} pages", "{n} trang"),
        ("%(n)s done", "%(n)s, 100% xong"),
        ("<a href='x'>Help</a>", "Trợ giúp"),
        ("\nHelp", "Trợ giúp"),
        ("Help\n", "Trợ giúp"),
    ],
)
def test_a_translation_that_loses_something_has_a_fault(message, translation):
    assert len(faults(message, translation)) == 1


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        ("%(a)s by %(b)s", "%(b)s: %(a)s"),
        ("%s, %d%% done", "%s, xong %d%%"),
        ("100% sure", "Chắc chắn 100%"),
        ("<b>{name}</b> left", "<b>{name}</b> đã rời"),
    ],
)
def test_a_translation_may_put_its_words_in_their_own_order(message, translation):
    assert faults(message, translation) == []


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"])))
def test_a_field_nobody_asked_for_is_always_noticed(text):
    assert faults(text, text) == []
    assert "placeholders differ" in faults(text, f"{text} %(x)s")
    assert "placeholders differ" in faults(text, f"{text} {{x}}")


def test_the_editors_scripts_speak_the_projects_words(house, rf, monkeypatch):
    """Wagtail's script catalogue names its own app only; ours still comes first."""
    po = catalogue(
        house / "locale/vendor/vi/LC_MESSAGES/djangojs.po", Delete="Bỏ hẳn đi"
    )
    polib.pofile(str(po)).save_as_mofile(str(po.with_suffix(".mo")))
    monkeypatch.setattr(trans_real, "_translations", {})
    with override("vi"):
        script = js_catalog(rf.get("/")).content.decode()
    assert '"Delete": "B\\u1ecf h\\u1eb3n \\u0111i"' in script


def test_no_message_of_the_portal_is_left_in_english():
    assert review_project(project.LOCALE_PATHS[0], "vi") == []


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_no_message_of_the_pinned_packages_is_left_in_english(domain):
    assert review_third_parties(project.LOCALE_PATHS[1:], "vi", domain) == []
