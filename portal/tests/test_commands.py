"""Commands in copies of one process: what they print, and that they fail as alone."""

import subprocess

import pytest

from portal.tests.commands import Commands
from portal.tests.loaded import environment

PRINT = ("shell", "--no-imports", "-c")


@pytest.fixture(scope="module")
def commands(tmp_path_factory):
    ready = Commands(environment(tmp_path_factory.mktemp("commands")))
    yield ready
    ready.close()


def test_each_prints_its_own_and_draws_its_own(commands):
    draw = "import random; print(random.random())"
    first, second = (commands.run(*PRINT, draw) for _ in range(2))
    assert float(first) != float(second)


@pytest.mark.parametrize("wrong", ["1 / 0", "import sys; sys.exit(3)"])
def test_one_that_fails_says_so_and_the_next_is_done(commands, wrong):
    with pytest.raises(subprocess.CalledProcessError) as failed:
        commands.run(*PRINT, wrong)
    assert failed.value.returncode == (3 if "exit" in wrong else 1)
    assert commands.run(*PRINT, "print('Đã xong')") == "Đã xong\n"
