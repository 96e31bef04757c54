"""Settings are read from the environment, and production insists on its secrets."""

import os
import subprocess
import sys

import pytest

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "only-for-tests-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-xyz",
    "SITE_URL": "https://portal.example",
    "ALLOWED_HOSTS": "portal.example",
}


def setting(name: str, **environment: str) -> subprocess.CompletedProcess:
    clean = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME")}
    code = f"from django.conf import settings; print(repr(settings.{name}))"
    return subprocess.run(
        [sys.executable, "-c", code],
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", ["SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS"])
def test_production_refuses_to_start_without_its_secrets(missing):
    environment = {key: value for key, value in PRODUCTION.items() if key != missing}
    done = setting("DEBUG", **environment)
    assert done.returncode != 0
    assert missing in done.stderr


def test_production_never_debugs_and_keeps_cookies_to_https():
    assert setting("DEBUG", **PRODUCTION).stdout == "False\n"
    assert setting("SESSION_COOKIE_SECURE", **PRODUCTION).stdout == "True\n"


@pytest.mark.parametrize("hosts", ["*", "portal.example,*", ".", ""])
def test_production_refuses_to_be_called_by_any_name(hosts):
    done = setting("DEBUG", **PRODUCTION | {"ALLOWED_HOSTS": hosts})
    assert done.returncode != 0
    assert "ALLOWED_HOSTS must name" in done.stderr


@pytest.mark.parametrize(
    "weak",
    [
        "short-0123456789-abcdefghij",
        "k" * 60,
        "django-insecure-" + "0123456789abcdef" * 4,
    ],
    ids=["short", "one letter", "a sample"],
)
def test_production_refuses_a_key_that_could_be_guessed(weak):
    done = setting("DEBUG", **PRODUCTION | {"SECRET_KEY": weak})
    assert done.returncode != 0
    assert "SECRET_KEY is too weak" in done.stderr
    fallback = setting("DEBUG", **PRODUCTION, SECRET_KEY_FALLBACKS=weak)
    assert fallback.returncode != 0


@pytest.mark.parametrize("cookie", ["SESSION", "CSRF", "KNOWN_BROWSER"])
def test_cookies_of_production_belong_to_this_host_alone(cookie):
    assert "'__Host-" in setting(f"{cookie}_COOKIE_NAME", **PRODUCTION).stdout


def test_a_session_lasts_a_working_day():
    assert setting("SESSION_COOKIE_AGE", **PRODUCTION).stdout == f"{10 * 3600}\n"


def test_production_asks_for_a_second_factor_and_make_run_does_not():
    assert setting("SECOND_FACTOR_REQUIRED", **PRODUCTION).stdout == "True\n"
    local = {"DJANGO_SETTINGS_MODULE": "portal.settings.local"}
    assert setting("SECOND_FACTOR_REQUIRED", **local).stdout == "False\n"


def test_sqlite_takes_the_write_lock_at_once():
    options = setting("DATABASES['default']['OPTIONS']", **PRODUCTION).stdout
    assert "'transaction_mode': 'IMMEDIATE'" in options
    assert "journal_mode=WAL" in options


def test_one_variable_moves_the_portal_to_postgresql():
    url = "postgres://user:word@db.example/portal"
    engine = setting("DATABASES['default']['ENGINE']", **PRODUCTION, DATABASE_URL=url)
    assert engine.stdout == "'django.db.backends.postgresql'\n"


def test_redis_and_mail_come_from_urls():
    environment = PRODUCTION | {
        "REDIS_URL": "redis://cache.example:6379/1",
        "EMAIL_URL": "smtp+tls://u:p@mail.example:587",
    }
    backend = setting("CACHES['default']['BACKEND']", **environment)
    assert backend.stdout == "'portal.cache.SoftRedisCache'\n"
    assert setting("EMAIL_HOST", **environment).stdout == "'mail.example'\n"


def test_without_a_mail_server_mail_becomes_files(tmp_path):
    done = setting("EMAIL_FILE_PATH", **PRODUCTION, VAR_DIR=str(tmp_path))
    assert str(tmp_path) in done.stdout


def test_one_variable_moves_media_to_a_private_bucket():
    environment = PRODUCTION | {
        "MEDIA_S3_BUCKET": "media",
        "MEDIA_S3_ENDPOINT": "http://127.0.0.1:9",
        "MEDIA_S3_KEY": "key",
        "MEDIA_S3_SECRET": "secret",
    }
    options = setting("STORAGES['default']['OPTIONS']", **environment).stdout
    assert "'bucket_name': 'media'" in options
    assert "'endpoint_url': 'http://127.0.0.1:9'" in options
    assert "'default_acl': None" in options
    mail = setting("STORAGES['mail']['OPTIONS']['location']", **environment).stdout
    assert mail == "'mail-attachments'\n"


def test_the_address_of_a_file_in_the_bucket_is_the_portals_own():
    pytest.importorskip("boto3")
    from portal.storages import PrivateBucketStorage

    storage = PrivateBucketStorage(
        bucket_name="media", access_key="k", secret_key="s", signature_version="s3v4"
    )
    assert storage.url("images/Ảnh 1.png") == "/media/images/%E1%BA%A2nh%201.png"
    config = storage.client_config
    assert (config.connect_timeout, config.signature_version) == (3, "s3v4")


def test_a_replica_is_named_by_a_setting_alone():
    one = {"DATABASE_URL": "postgres://a@primary/portal"}
    two = {"DATABASE_REPLICA_URL": "postgres://a@replica/portal"}
    assert setting("DATABASE_ROUTERS", **PRODUCTION, **one).stdout == "[]\n"
    routers = setting("DATABASE_ROUTERS", **PRODUCTION, **one, **two).stdout
    assert routers == "['portal.replica.router.ReplicaRouter']\n"
    hosts = setting("DATABASES['replica']['HOST']", **PRODUCTION, **one, **two)
    assert hosts.stdout == "'replica'\n"


def test_a_file_has_no_replica():
    two = {"DATABASE_REPLICA_URL": "postgres://a@replica/portal"}
    done = setting("DATABASES", **PRODUCTION, **two)
    assert done.returncode != 0
    assert "DATABASE_REPLICA_URL" in done.stderr
