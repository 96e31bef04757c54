"""Finding the backups there are, and the nightly job."""

from datetime import datetime

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from portal.backup import backups, jobs, last_backup
from portal.jobs import all_jobs


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    options = {"location": tmp_path}
    settings.STORAGES = settings.STORAGES | {
        "backups": settings.STORAGES["backups"] | {"OPTIONS": options}
    }
    cache.clear()


def test_the_last_is_the_newest_and_other_files_are_none():
    assert last_backup() is None
    cache.clear()
    for name in (
        "portal-20260301-010000.tar.gz",
        "portal-20260302-010000.tar.gz.age",
        "portal-20269999-010000.txt",
        "notes.txt",
    ):
        storages["backups"].save(name, ContentFile(b"abc"))
    last = last_backup()
    assert last.taken_at == timezone.make_aware(datetime(2026, 3, 2, 1))
    assert (last.name, last.size) == ("portal-20260302-010000.tar.gz.age", 3)
    assert len(backups()) == 2


def test_the_nightly_job_is_one_of_the_workers_and_does_as_it_is_told(
    settings, monkeypatch
):
    made = []
    monkeypatch.setattr(jobs, "make_backup", made.append)
    [job] = [one for one in all_jobs() if one.run is jobs.back_up]
    now = timezone.make_aware(datetime(2026, 3, 2, 1, 5))
    assert job.rhythm.is_due(now, timezone.make_aware(datetime(2026, 3, 1, 1, 5)))
    settings.BACKUP_NIGHTLY = False
    job.run(now)
    assert not made
    settings.BACKUP_NIGHTLY = True
    job.run(now)
    assert made == [now]
