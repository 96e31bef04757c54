"""What was erased is in no file of SQLite's afterwards."""

import environ
import pytest
from django.conf import settings
from django.db import ConnectionHandler

from portal.settings import databases
from portal.work import write_log

ADDRESS = "ban.doc@minh-hoa.example"


def holding(folder) -> list[str]:
    files = sorted(folder.glob("portal.sqlite3*"))
    return [file.name for file in files if ADDRESS.encode() in file.read_bytes()]


@pytest.mark.django_db
def test_an_erased_address_is_in_no_file(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    known = {**settings.DATABASES["default"]}
    known |= databases.default(environ.Env(), tmp_path)
    connection = ConnectionHandler({"default": known})["default"]
    connection.inc_thread_sharing()
    try:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE reader (email TEXT)")
            cursor.execute(f"INSERT INTO reader VALUES ('{ADDRESS}')")
            cursor.execute("DELETE FROM reader")
        assert holding(tmp_path) == ["portal.sqlite3-wal"]
        assert write_log.empty(connection)
        assert holding(tmp_path) == []
    finally:
        connection.close()
