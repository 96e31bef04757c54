"""The database that the portal runs on is its search engine."""

from django.db import connection

from portal.search.engines.model import Counts, Engine, Filters, Group, Wanted
from portal.search.engines.postgresql import PostgreSQLEngine
from portal.search.engines.sqlite import SQLiteEngine

__all__ = ["Counts", "Engine", "Filters", "Group", "Wanted", "engine"]


def engine() -> Engine:
    return PostgreSQLEngine() if connection.vendor == "postgresql" else SQLiteEngine()
