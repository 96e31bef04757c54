"""Object storage as the environment names it, in the form that STORAGES wants."""

from typing import Any
from urllib.parse import urlsplit

import environ

SPOOLED = 8 * 1024 * 1024


def entry(
    env: environ.Env, bucket: str, *, folder: str, prefix: str = "MEDIA_S3"
) -> dict[str, Any]:
    """The storage of one folder of the bucket, private whatever the bucket allows.

    Without a key boto3 looks where it always does: the machine's own role.
    """
    options = {
        "bucket_name": bucket,
        "location": folder,
        "endpoint_url": env.str(f"{prefix}_ENDPOINT", default="") or None,
        "region_name": env.str(f"{prefix}_REGION", default="") or None,
        "access_key": env.str(f"{prefix}_KEY", default="") or None,
        "secret_key": env.str(f"{prefix}_SECRET", default="") or None,
        # Servers of one's own seldom have a name per bucket.
        "addressing_style": env.str(f"{prefix}_ADDRESSING", default="path"),
        "signature_version": "s3v4",
        "default_acl": None,
        # Two uploads of one name are two files, as on a disk.
        "file_overwrite": False,
        "querystring_auth": True,
        # What is larger is read through a file, not held in memory.
        "max_memory_size": SPOOLED,
    }
    return {"BACKEND": "portal.storages.PrivateBucketStorage", "OPTIONS": options}


def backups(env: environ.Env, place: str) -> dict[str, Any]:
    """The storage of the backups: a folder of this machine, or `s3://bucket/folder`.

    A bucket is reached by `BACKUP_S3_…` where its key is given, else as the media are.
    """
    if not place.startswith("s3://"):
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {
                "location": place,
                "file_permissions_mode": 0o600,
                "directory_permissions_mode": 0o700,
            },
        }
    parts = urlsplit(place)
    own = "BACKUP_S3" if env.str("BACKUP_S3_KEY", default="") else "MEDIA_S3"
    return entry(env, parts.netloc, folder=parts.path.strip("/"), prefix=own)
