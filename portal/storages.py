"""Media in an S3 bucket that nobody but the portal reads.

Imported only where `MEDIA_S3_BUCKET` is set: boto3 is no part of the small install.
"""

from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage


class PrivateBucketStorage(S3Storage):
    """Files of a private bucket, with addresses of the portal's own.

    A picture is read through `portal.views.media`, a document through the view that
    asks whether its collection is private; the bucket needs no public policy.
    """

    def url(self, name, parameters=None, expire=None, http_method=None) -> str:
        """The address under `MEDIA_URL`; never one of the bucket, nor a signed one."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name).lstrip("/"))
