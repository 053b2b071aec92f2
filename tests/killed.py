"""Work that is killed at each of its steps: in a process of its own, without a goodbye."""

import os
import signal
import sys
from collections.abc import Callable, Iterator

_STEPS = frozenset({"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree"})
_WRITING = os.O_WRONLY | os.O_RDWR


def killed_at_each_step(prepare: Callable[[], None], work: Callable[[], None]) -> Iterator[int]:
    """Do the work again and again, killed one step later each time, until it comes to its end.

    A step is anything that changes a file or a folder. ``prepare`` puts all back as it was
    before each; what is left behind can be looked at in each round.
    """
    step = 0
    while True:
        step += 1
        prepare()
        child = os.fork()
        if child == 0:
            _work_until(step, work)
        _, status = os.waitpid(child, 0)
        yield step
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0, "the work failed by itself"
            return
        assert os.WTERMSIG(status) == signal.SIGKILL


def _work_until(step: int, work: Callable[[], None]) -> None:
    left = step

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event not in _STEPS or (event == "open" and not _writes(arguments)):
            return
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    status = 1
    try:
        sys.addaudithook(count)
        work()
        status = 0
    finally:
        os._exit(status)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _WRITING)
