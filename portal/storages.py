"""Media in an S3 bucket that nobody but the portal reads.

Imported only where `MEDIA_S3_BUCKET` is set: boto3 is no part of the small install.
"""

from urllib.parse import urljoin

from botocore.config import Config
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

#: A bucket that is away costs a reader seconds; boto's own patience is minutes.
PATIENCE = Config(connect_timeout=3, read_timeout=15, retries={"max_attempts": 2})


class PrivateBucketStorage(S3Storage):
    """Files of a private bucket, with addresses of the portal's own.

    A picture is read through `portal.views.media`, a document through the view that
    asks whether its collection is private; the bucket needs no public policy.
    """

    def __init__(self, **options) -> None:
        super().__init__(**options)
        self.client_config = self.client_config.merge(PATIENCE)

    def url(self, name, parameters=None, expire=None, http_method=None) -> str:
        """The address under `MEDIA_URL`; never one of the bucket, nor a signed one."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name).lstrip("/"))
