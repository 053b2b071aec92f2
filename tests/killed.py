"""Work that is killed at each of its steps: in a process of its own, without a goodbye."""

import os
import signal
import sys
from collections.abc import Callable, Iterator

from sqlalchemy import Engine, event

from sad_desktop.database.engine import connect

_STEPS = frozenset({"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree"})
_WRITES = ("INSERT", "UPDATE", "DELETE")
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


def killed_at_statements(
    prepare: Callable[[], None], work: Callable[[], None], times: int
) -> Iterator[int]:
    """Do the work again and again, killed at so many of its statements, from first to last.

    A statement is what goes to the database, a commit among them. ``prepare`` puts all back as
    it was before each; what is left behind can be looked at in each round.
    """
    prepare()
    found = _in_a_child(work, 0)
    assert found, "the work says nothing to the database"
    for number in sorted({1 + step * (found - 1) // (times - 1) for step in range(times)}):
        prepare()
        assert _in_a_child(work, number) is None, "the work came to its end"
        yield number


def _in_a_child(work: Callable[[], None], kill_at: int) -> int | None:
    """Do the work in a process of its own; return its statements, None when it was killed."""
    reading, telling = os.pipe()
    child = os.fork()
    if child == 0:
        status, said = 1, 0

        def count(*_: object) -> None:
            nonlocal said
            said += 1
            if said == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            for name in ("before_cursor_execute", "commit"):
                event.listen(Engine, name, count)
            work()
            os.write(telling, str(said).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(telling)
    with os.fdopen(reading) as told:
        answer = told.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return None
    assert os.WEXITSTATUS(status) == 0, "the work failed by itself"
    return int(answer)


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


def killed_at_writing(engine: Engine, number: int, work: Callable[[Engine], object]) -> bool:
    """Work in a process of its own, killed before its n-th writing or its commit.

    Tells whether it was killed; False when it came to its end.
    """
    url = engine.url.render_as_string(hide_password=False)
    child = os.fork()
    if child == 0:
        _write_until(number, url, work)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0, "the step failed by itself"
    return False


def _write_until(number: int, url: str, work: Callable[[Engine], object]) -> None:
    status, left_over = 1, number
    try:
        own = connect(url)

        def count() -> None:
            nonlocal left_over
            left_over -= 1
            if not left_over:
                os.kill(os.getpid(), signal.SIGKILL)

        def on_statement(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            if statement.lstrip().upper().startswith(_WRITES):
                count()

        event.listen(own, "before_cursor_execute", on_statement)
        event.listen(own, "commit", lambda _connection: count())
        work(own)
        status = 0
    finally:
        os._exit(status)
