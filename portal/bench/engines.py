"""The databases a bench runs on: a file, and PostgreSQL where one is named."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from uuid import uuid4


def engines() -> list[str]:
    """SQLite always; PostgreSQL where TEST_POSTGRES_URL names a server."""
    return ["SQLite", *(["PostgreSQL"] if os.environ.get("TEST_POSTGRES_URL") else [])]


@contextmanager
def database(engine: str) -> Iterator[str]:
    """The URL of an empty database that is dropped at the end; none for the file."""
    if engine == "SQLite":
        yield ""
        return
    import psycopg  # the file needs no driver

    server = os.environ["TEST_POSTGRES_URL"]
    name = f"bench_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
