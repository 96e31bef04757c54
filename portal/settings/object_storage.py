"""An S3 server as the environment names it, in the form that STORAGES wants."""

import environ


def entry(env: environ.Env, bucket: str, *, folder: str) -> dict:
    """The storage of one folder of the bucket, private whatever the bucket allows.

    Without `MEDIA_S3_KEY` boto3 looks where it always does: the machine's own role.
    """
    options = {
        "bucket_name": bucket,
        "location": folder,
        "endpoint_url": env.str("MEDIA_S3_ENDPOINT", default="") or None,
        "region_name": env.str("MEDIA_S3_REGION", default="") or None,
        "access_key": env.str("MEDIA_S3_KEY", default="") or None,
        "secret_key": env.str("MEDIA_S3_SECRET", default="") or None,
        # Servers of one's own seldom have a name per bucket.
        "addressing_style": env.str("MEDIA_S3_ADDRESSING", default="path"),
        "signature_version": "s3v4",
        "default_acl": None,
        # Two uploads of one name are two files, as on a disk.
        "file_overwrite": False,
        "querystring_auth": True,
    }
    return {"BACKEND": "portal.storages.PrivateBucketStorage", "OPTIONS": options}
