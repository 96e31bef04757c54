"""A gunicorn worker whose threads meet whole requests only.

gunicorn's own threaded worker gives each connection a thread as soon as it is there:
seventeen clients that send half a request and fall silent are enough to stop a portal
of two workers with four threads. Here the worker's loop, which waits for all sockets at
once, collects a request first; a client that is not done in time is hung up on. Where a
proxy stands in front it does the same, and better: see deploy/nginx/portal.conf.

It also takes all connections it can get, however busy it is, while another worker has
nothing to do. Here one whose threads all work leaves new ones to the others.
"""

import os
import re
import time
from collections import deque
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ

from gunicorn import http
from gunicorn.workers.gthread import TConn, ThreadWorker

#: Seconds for the head and a small body to arrive.
ARRIVAL = 20
#: Seconds without a byte after which a large body, or who reads an answer, is left.
STALL = 30
HEAD_LIMIT = 64 * 1024
#: A body up to here is collected; a larger one is read by a thread as it comes.
COLLECTED = 256 * 1024
BODY_LIMIT = int(os.environ.get("MAX_BODY_MB", "50")) * 1024 * 1024

_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_STREAMED = re.compile(rb"\r\n(?:transfer-encoding|expect):", re.IGNORECASE)
_TOO_LARGE = (
    b"HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
)


class Request:
    """What has come of a request so far."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._head = 0
        self._body = 0
        self.is_large = False

    def add(self, data: bytes) -> None:
        searched = max(0, len(self.data) - 3)
        self.data += data
        if not self._head and (end := self.data.find(b"\r\n\r\n", searched)) >= 0:
            self._head = end + 4
            head = bytes(self.data[: end + 2])
            if length := _LENGTH.search(head):
                self._body = int(length[1])
            # How much a streamed body will be, nobody knows.
            self.is_large = self._body > COLLECTED or bool(_STREAMED.search(head))

    @property
    def is_refused(self) -> bool:
        """Whether it is longer than any of ours."""
        too_long = not self._head and len(self.data) > HEAD_LIMIT
        return too_long or self._body > BODY_LIMIT

    @property
    def is_ready(self) -> bool:
        """Whether a thread may have it."""
        if not self._head:
            return False
        return self.is_large or len(self.data) >= self._head + self._body


class Connection(TConn):
    """One whose thread never waits for ever."""

    request: Request

    def init(self) -> None:
        super().init()
        self.sock.settimeout(STALL)


class CollectingWorker(ThreadWorker):
    """Collects requests in its loop, and takes no more while its threads all work.

    Large bodies get half of the threads at most.
    """

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self._large: set[Connection] = set()
        self._large_waiting: deque[Connection] = deque()
        self._large_limit = max(1, self.cfg.threads // 2)
        self._in_threads = 0

    def set_accept_enabled(self, enabled: bool) -> None:
        super().set_accept_enabled(enabled and self._in_threads < self.cfg.threads)

    def enqueue_req(self, conn) -> None:
        self._in_threads += 1
        # The loop turns this on again once there is a thread.
        self.set_accept_enabled(self._accepting)
        super().enqueue_req(conn)

    def accept(self, listener) -> None:
        if self.cfg.is_ssl:
            super().accept(listener)
            return
        try:
            sock, address = listener.accept()
        except OSError:  # another worker was faster, or the client is gone
            return
        self.nr_conns += 1
        conn = Connection(self.cfg, sock, address, listener.getsockname())
        self._collect(conn)
        # Mostly a whole request is there already.
        self.on_pending_socket_readable(conn, sock)

    def on_client_socket_readable(self, conn, client) -> None:
        """The next request of a connection that was kept open."""
        if not isinstance(conn, Connection):
            super().on_client_socket_readable(conn, client)
            return
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._collect(conn)

    def on_pending_socket_readable(self, conn, client) -> None:
        """More of a request has come."""
        if not isinstance(conn, Connection):
            super().on_pending_socket_readable(conn, client)
            return
        try:
            data = client.recv(HEAD_LIMIT)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        conn.request.add(data)
        if not data or conn.request.is_refused:
            if data:
                with suppress(OSError):
                    client.send(_TOO_LARGE)
            self._drop(conn)
        elif conn.request.is_ready:
            self._release(conn)
            self._submit(conn)

    def finish_request(self, conn, fs) -> None:
        self._in_threads -= 1
        super().finish_request(conn, fs)
        if conn in self._large:
            self._large.discard(conn)
            if self._large_waiting:
                self._submit(self._large_waiting.popleft())

    def _collect(self, conn: Connection) -> None:
        conn.request = Request()
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + ARRIVAL
        self.pending_conns.append(conn)
        callback = partial(self.on_pending_socket_readable, conn)
        self.poller.register(conn.sock, EVENT_READ, callback)

    def _release(self, conn: Connection) -> None:
        self.poller.unregister(conn.sock)
        self.pending_conns.remove(conn)

    def _drop(self, conn: Connection) -> None:
        self._release(conn)
        self.nr_conns -= 1
        conn.close()

    def _submit(self, conn: Connection) -> None:
        """Give the connection to a thread, with what has come already."""
        if conn.request.is_large:
            if len(self._large) >= self._large_limit:
                self._large_waiting.append(conn)
                return
            self._large.add(conn)
        conn.data_ready = True
        if conn.parser is None:
            conn.parser = http.get_parser(self.cfg, conn.sock, conn.client)
        conn.parser.unreader.unread(bytes(conn.request.data))
        conn.request.data.clear()
        self.enqueue_req(conn)
