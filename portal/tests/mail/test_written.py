"""A letter that became a file is forgotten with its row, and only that one."""

import pytest
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone
from post_office.models import Email

from portal import mail
from portal.mail import written

pytestmark = pytest.mark.django_db

FILES = "django.core.mail.backends.filebased.EmailBackend"


@pytest.fixture
def folder(settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path)
    settings.POST_OFFICE = {**settings.POST_OFFICE, "BACKENDS": {"default": FILES}}
    return tmp_path


def write(*letters: Email) -> None:
    """All into one file, as the worker sends what is due."""
    messages = [
        EmailMessage(
            "Vé",
            f"Kính gửi {row.to[0]}",
            "p@portal.example",
            row.to,
            headers={"Message-ID": row.message_id},
        )
        for row in letters
    ]
    get_connection(FILES).send_messages(messages)


def letter(address: str) -> Email:
    return Email.objects.create(
        to=[address],
        from_email="p@portal.example",
        message_id=f"<{address.replace('@', '.')}@portal.example>",
        last_updated=timezone.now(),
    )


def contents(folder) -> str:
    return "".join(file.read_text() for file in folder.glob("*.log"))


def test_ones_letters_go_out_of_the_files_and_the_others_stay(
    folder, django_capture_on_commit_callbacks
):
    write(letter("hoa@portal.example"), letter("lan@portal.example"))
    write(letter("minh@portal.example"))
    with django_capture_on_commit_callbacks(execute=True):
        assert mail.forget(address="hoa@portal.example") == 1
    left = contents(folder)
    assert "hoa@" not in left
    assert "lan@" in left and "minh@" in left


def test_a_file_with_nothing_left_is_gone(folder):
    row = letter("hoa@portal.example")
    write(row)
    assert written.erase({row.message_id}) == 1
    assert list(folder.iterdir()) == []


def test_a_rollback_leaves_the_files(folder, django_capture_on_commit_callbacks):
    write(letter("hoa@portal.example"))
    with django_capture_on_commit_callbacks(execute=False):
        mail.forget(address="hoa@portal.example")
    assert "hoa@" in contents(folder)


def test_with_a_mail_server_no_file_is_touched(folder, settings):
    row = letter("hoa@portal.example")
    write(row)
    settings.POST_OFFICE = {
        **settings.POST_OFFICE,
        "BACKENDS": {"default": "django.core.mail.backends.smtp.EmailBackend"},
    }
    assert written.erase({row.message_id}) == 0
    assert "hoa@" in contents(folder)
