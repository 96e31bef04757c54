"""What the server's loop takes for a whole request."""

import pytest

from portal.slow_clients import BODY_LIMIT, COLLECTED, HEAD_LIMIT, Request

GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"


def read(*pieces: bytes) -> Request:
    request = Request()
    for piece in pieces:
        request.add(piece)
    return request


@pytest.mark.parametrize("cut", range(1, len(GET)))
def test_a_head_is_whole_with_its_last_byte_wherever_it_was_cut(cut):
    request = Request()
    request.add(GET[:cut])
    assert not request.is_ready
    request.add(GET[cut:])
    assert request.is_ready
    assert bytes(request.data) == GET


def test_a_body_is_waited_for():
    request = read(POST % 10, b"123456789")
    assert not request.is_ready
    request.add(b"0")
    assert request.is_ready
    assert not request.is_large


@pytest.mark.parametrize(
    "head",
    [
        POST % (COLLECTED + 1),
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n",
    ],
    ids=["large", "streamed", "expecting"],
)
def test_a_body_that_cannot_be_collected_goes_to_a_thread_at_once(head):
    request = read(head)
    assert request.is_ready
    assert request.is_large


def test_what_is_longer_than_any_request_of_ours_is_refused():
    assert read(b"GET /" + b"x" * HEAD_LIMIT).is_refused
    assert read(POST % (BODY_LIMIT + 1)).is_refused
    assert not read(POST % BODY_LIMIT).is_refused
    assert not read(GET + b"x" * HEAD_LIMIT).is_refused
