"""Without a proxy: clients that fall silent hold nobody else up."""

import http.client
import sys
import tempfile
from pathlib import Path

import pytest

from portal.tests.faults.servers import PATIENCE, ask, silent_clients

pytestmark = pytest.mark.faults

POST = b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\nx"
HALF = {
    "nothing": b"",
    "half a head": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: ",
    "half a small body": POST % 100,
    "half a large body": POST % 9_000_000,
}


@pytest.mark.parametrize("said", HALF.values(), ids=HALF)
def test_a_hundred_half_sent_requests_hold_nobody_up(machine, said):
    alone = max(machine.get("/").seconds for _turn in range(5))
    with silent_clients(machine.port, 100, said):
        answers = [machine.get("/") for _turn in range(5)]
        answers.append(machine.get("/healthz"))
    slowest = max(answer.seconds for answer in answers)
    sys.stderr.write(f"\n100 silent: {slowest:.2f} s, {alone:.2f} s without them\n")
    assert {answer.status for answer in answers} == {200}
    assert slowest <= max(PATIENCE, 3 * alone)


def test_a_whole_form_still_arrives_piece_by_piece(machine):
    body = b"username=a&password=" + b"x" * 300_000
    for size in (100, len(body)):
        head = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = ask(
            machine.port, "POST", "/admin/login/", body=body[:size], headers=head
        )
        # Without its token the form is refused, by the portal, once it was read.
        assert answer.status == 403


def test_a_body_over_the_limit_is_refused_before_it_is_sent(machine):
    head = {"Content-Length": str(10**9)}
    assert ask(machine.port, "POST", "/admin/login/", headers=head).status == 413
    assert "413" not in machine.log("access.log")


def spooled() -> set[Path]:
    """Uploads that lie on the disk while they are read."""
    return {*Path(tempfile.gettempdir()).glob("*.upload*")}


def test_a_streamed_body_of_any_length_is_no_form_and_reaches_no_disk(machine):
    """How long a chunked body is nobody says before: none of it is read as a form."""
    before = spooled()
    connection = http.client.HTTPConnection("127.0.0.1", machine.port, timeout=30)
    try:
        connection.request(
            "POST",
            "/admin/login/",
            body=(b"x" * 64_000 for _piece in range(1_000)),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            encode_chunked=True,
        )
        status = connection.getresponse().status
    except (BrokenPipeError, ConnectionResetError):
        status = 413  # it was hung up on before all was sent
    finally:
        connection.close()
    assert status in (403, 413)
    assert spooled() <= before
    assert machine.get("/healthz").status == 200
