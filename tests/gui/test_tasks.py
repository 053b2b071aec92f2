import gc
import sys
import threading
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QObject

from sad_desktop.errors import UserError
from sad_desktop.forms.tasks import Pool, Tasks


@pytest.fixture
def tasks(qapp):  # noqa: ARG001 - an event loop brings the reports back
    running = Tasks()
    yield running
    running.finish()


class Heard:
    """What came back from work, and on which thread."""

    def __init__(self):
        self.done = []
        self.errors = []
        self.progress = []
        self.threads = set()

    def on_done(self, result):
        self.done.append(result)
        self.threads.add(threading.current_thread())

    def on_error(self, error):
        self.errors.append(error)
        self.threads.add(threading.current_thread())

    def on_progress(self, done, total):
        self.progress.append((done, total))
        self.threads.add(threading.current_thread())


def test_work_runs_beside_and_its_result_comes_back_on_the_gui_thread(tasks, qtbot):
    heard, workers = Heard(), []

    def work(progress, cancelled):
        workers.append(threading.current_thread())
        assert not cancelled()
        progress(1, 2)
        progress(2, 2)
        return "stored"

    tasks.start(work, heard.on_done, heard.on_error, heard.on_progress)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert heard.done == ["stored"]
    assert heard.progress == [(1, 2), (2, 2)]
    assert heard.threads == {threading.main_thread()}
    assert workers != [threading.main_thread()]
    assert not heard.errors


def test_what_the_user_can_mend_goes_to_the_form(tasks, qtbot):
    heard = Heard()

    def work(_progress, _cancelled):
        raise UserError("The disk is full.")

    tasks.start(work, heard.on_done, heard.on_error)
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert str(heard.errors[0]) == "The disk is full."
    assert heard.threads == {threading.main_thread()}
    assert not heard.done


def test_a_bug_in_the_work_reaches_the_crash_path_on_the_gui_thread(tasks, qtbot):
    heard = Heard()

    def work(_progress, _cancelled):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        tasks.start(work, heard.on_done, heard.on_error)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    assert [type(error) for error in heard.errors] == [ZeroDivisionError]


def test_cancelled_work_is_told_and_reports_nothing(tasks, qtbot):
    heard, told, begun = Heard(), [], threading.Event()

    def work(_progress, cancelled):
        begun.set()
        while not cancelled():
            pass
        told.append(True)
        return "half"

    cancel = tasks.start(work, heard.on_done, heard.on_error)
    begun.wait()
    cancel()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert told == [True]
    assert not heard.done
    assert not heard.errors


def test_the_database_is_used_by_one_thread_at_a_time(tasks, qtbot):
    at_once, most, lock = [], [], threading.Lock()

    def work(_progress, _cancelled):
        with lock:
            at_once.append(1)
            most.append(len(at_once))
        threading.Event().wait(0.005)
        with lock:
            at_once.pop()

    for _ in range(6):
        tasks.start(work, lambda _: None, lambda _: None, pool=Pool.DATABASE)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert most == [1] * 6


def test_closing_waits_for_what_runs_and_drops_what_waits(qapp):
    tasks, heard, begun, ran = Tasks(), Heard(), threading.Event(), []

    def first(_progress, cancelled):
        begun.set()
        while not cancelled():
            pass
        ran.append("first")

    tasks.start(first, heard.on_done, heard.on_error, pool=Pool.DATABASE)
    tasks.start(
        lambda _p, _c: ran.append("second"), heard.on_done, heard.on_error, pool=Pool.DATABASE
    )
    begun.wait()
    tasks.finish()
    qapp.processEvents()
    assert ran == ["first"]
    assert not heard.done
    assert not tasks.is_busy()


def test_what_work_held_is_let_go_when_it_is_done(tasks, qtbot):
    class Held:
        def work(self, _progress, _cancelled):
            return None

    left = []
    for _ in range(300):  # some are over before the call that starts them is
        held = Held()
        left.append(weakref.ref(held))
        tasks.start(held.work, lambda _: None, lambda _: None)
    del held
    qtbot.waitUntil(lambda: not tasks.is_busy())
    qtbot.waitUntil(lambda: not any(one() for one in left))


class Thing(QObject):
    """Something of the screen; tells in which thread it came to its end."""

    def __init__(self, ends):
        super().__init__()
        weakref.finalize(self, lambda: ends.append(threading.current_thread()))

    def work(self, _progress, _cancelled):
        return self

    def take(self, _outcome):
        pass


@pytest.fixture
def hasty():
    """Let threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hasty")
def test_what_work_held_comes_to_its_end_on_the_gui_thread(tasks, qtbot, qapp):
    ends, rounds = [], 300
    for _ in range(rounds):
        done, refused = Thing(ends), Thing(ends)
        tasks.start(done.work, Thing(ends).take, Thing(ends).take)
        tasks.start(partial(fail, refused), Thing(ends).take, Thing(ends).take)
        del done, refused
        qapp.processEvents()  # some outcomes come back while the worker is not quite through
    qtbot.waitUntil(lambda: not tasks.is_busy())
    gc.collect()
    assert len(ends) == 6 * rounds
    assert set(ends) == {threading.main_thread()}


def fail(held, _progress, _cancelled):
    raise UserError(held.objectName())


def test_a_worker_never_ends_what_only_holds_itself(tasks, qtbot):
    thing = Thing(ends := [])
    thing.itself = thing
    del thing

    def work(_progress, _cancelled):
        return [[number] for number in range(100_000)]  # enough for Python to look for garbage

    tasks.start(work, lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    gc.collect()
    assert ends == [threading.main_thread()]


def test_garbage_is_looked_for_from_time_to_time(tasks, qtbot):  # noqa: ARG001 - they have it swept
    thing = Thing(ends := [])
    thing.itself = thing
    del thing
    kept = [[number] for number in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(ends))
    assert len(kept) > gc.get_threshold()[0]


def test_work_that_never_had_its_turn_is_let_go_too(qapp):  # noqa: ARG001
    tasks, begun, ends = Tasks(), threading.Event(), []

    def first(_progress, cancelled):
        begun.set()
        while not cancelled():
            pass

    tasks.start(first, lambda _: None, lambda _: None, pool=Pool.DATABASE)
    for _ in range(20):
        tasks.start(Thing(ends).work, lambda _: None, lambda _: None, pool=Pool.DATABASE)
    begun.wait()
    tasks.finish()
    assert ends == [threading.main_thread()] * 20
