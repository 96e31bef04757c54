"""A page on paper takes seconds: who only reads does not wait for those who print."""

import sys
import threading

import pytest

from portal import pdf
from portal.tests.faults.servers import Answer

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not pdf.available(), reason="Pango is not on this machine"),
]
AT_ONCE = 24
#: Seconds by which a reader may be delayed.
DELAY = 1


def test_two_dozen_at_once_delay_no_reader_by_a_second(machine):
    # A word that no list knows: neither page nor drawing is a kept one.
    anew = "/tin-tuc/?made=anew"
    alone = max(machine.get(anew).seconds for _turn in range(5))
    drawn: list[Answer] = []

    def draw(number: int) -> None:
        drawn.append(machine.get(f"/tin-tuc/pdf/?made={number}"))

    drawing = [threading.Thread(target=draw, args=(one,)) for one in range(AT_ONCE)]
    for thread in drawing:
        thread.start()
    read = [machine.get(anew)]
    while any(thread.is_alive() for thread in drawing):
        read.append(machine.get(anew))
    for thread in drawing:
        thread.join()
    slowest = max(answer.seconds for answer in read)
    made = sum(answer.status == 200 for answer in drawn)
    sys.stderr.write(
        f"\n{AT_ONCE} PDFs, {made} drawn: {len(read)} reads, {slowest:.2f} s at most, "
        f"{alone:.2f} s without them\n"
    )
    assert {answer.status for answer in read} == {200}
    assert {answer.status for answer in drawn} <= {200, 503}
    assert made
    assert slowest <= alone + DELAY
