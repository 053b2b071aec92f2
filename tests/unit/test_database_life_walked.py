"""Any steps in any order, from two desks: balances, history and registered drafts hold."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run

from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.brokerage.due_dates import DueState
from sad_desktop.brokerage.goods import Movement, MovementKind, NotEnoughGoods
from sad_desktop.brokerage.guarantees import still_held
from sad_desktop.brokerage.library import Stored
from sad_desktop.brokerage.life import MOVES, Numbered, Step, StepClosed
from sad_desktop.brokerage.register import Balance
from sad_desktop.database import due_date_rows, goods, history, life
from sad_desktop.database.declarations import NotEditable, load
from sad_desktop.database.engine import connect
from sad_desktop.declaration.status import Status
from tests.lives import DAY, ENTRY, OWN, a_draft, an_assessment, an_order, at_once, keep, registered
from tests.suspended import a_guarantee, an_opening

pytest_plugins = ["tests.databases"]


def take_step(engine, step, order, stored):
    """Take any step of a life."""
    match step:
        case Step.REGISTER:
            return life.register(engine, order, OWN)
        case Step.ASSESS:
            return life.assess(engine, order, OWN, an_assessment(stored))
        case Step.PAY:
            return life.pay(engine, order, OWN)
    return getattr(life, step.value)(engine, order)


IDS = st.sampled_from(("a", "b", "c"))
WHICH = st.integers(0, 3)
WHOLE = "33.333"
"""What the entry's guarantee stands for: no tenth of it is a whole number of fils."""


class Lives(RuleBasedStateMachine):
    """Two desks lead three declarations through any steps; a model says what must be."""

    desks = ()

    @initialize()
    def begin(self):
        """Enter ten packages; the former example's declarations stay and are not touched."""
        type(self).turn = getattr(type(self), "turn", 0) + 1
        self.own = f"{type(self).turn}-"
        self.serial = f"X{type(self).turn}"
        self.goods = replace(ENTRY, serial=self.serial)
        self.status = {}
        self.taken = {}
        self.held = {}
        self.seen = {}
        self.before_amending = {}
        self.taken_before = {}
        entry = registered(
            self.desks[0],
            self.own + "entry",
            a_draft(f"W{self.own}"),
            Numbered(serial=self.serial, number="700", day=DAY),
        )
        moved = Movement(
            goods=self.goods,
            declaration_id=entry.id,
            kind=MovementKind.ENTERED,
            amount=Balance(packages=Decimal(10)),
        )
        self.guarantee = a_guarantee(self.desks[0], WHOLE)
        opening = an_opening(self.guarantee.id, WHOLE)
        note = replace(an_assessment(entry), movements=(moved,), opening=opening)
        life.assess(self.desks[0], an_order(entry.id, entry.version), OWN, note)
        for name in ("a", "a", "b", "b"):  # stored, then registered: every rule finds work
            self.go_on(name, 5, 0)

    @rule(name=IDS, taken=st.integers(0, 7), desk=st.integers(0, 1), fresh=st.booleans())
    def store(self, name, taken, desk, fresh):
        """A desk stores what it has, seen just now or some time ago."""
        key = self.own + name
        base = self.version(key, fresh)
        draft = a_draft(f"R{key}", taken=taken)
        row = replace(draft.declaration.items[0].previous_declarations[0], serial=self.serial)
        item = replace(draft.declaration.items[0], previous_declarations=(row,))
        declaration = replace(draft.declaration, items=(item,))
        status = self.status.get(name)
        if status is Status.AMENDED:
            stored = load(self.desks[0], key).draft.declaration
            declaration = replace(
                declaration,
                registration_serial=stored.registration_serial,
                registration_number=stored.registration_number,
                registration_day=stored.registration_day,
            )
            draft = replace(draft, status=Status.AMENDED)
        try:
            keep(self.desks[desk], key, replace(draft, declaration=declaration), base)
        except Conflict:
            assert base != self.current(key)
        except NotEditable:
            assert status is not None
            assert not status.is_editable
        else:
            assert status is None or status.is_editable
            self.status[name] = draft.status
            self.taken[name] = taken

    @rule(name=IDS, step=st.sampled_from(Step), desk=st.integers(0, 1), fresh=st.booleans())
    def take(self, name, step, desk, fresh):
        """A desk takes a step on the version it sees."""
        key = self.own + name
        if name not in self.status:
            return
        base = self.version(key, fresh)
        before = load(self.desks[desk], key)
        status = self.status[name]
        others = sum(held for other, held in self.held.items() if other != name)
        try:
            done = take_step(self.desks[desk], step, an_order(key, base), before)
        except Conflict:
            assert base != before.version
        except StepClosed:
            is_owing = step is Step.RELEASE and status is Status.ASSESSED
            assert status not in MOVES[step] or is_owing
        except NotEnoughGoods:
            assert step in (Step.ASSESS, Step.RESTORE)
            wanted = self.taken[name] if step is Step.ASSESS else self.before_amending[name]
            assert wanted + others > 10
        else:
            assert status in MOVES[step]
            self.follow(name, step, done.draft.status)
            return
        assert load(self.desks[desk], key) == before

    @rule(first=st.tuples(IDS, WHICH), second=st.tuples(IDS, WHICH))
    def take_at_once(self, first, second):
        """Both desks take an open step at the same moment, perhaps on the same declaration."""
        works, names = [], []
        for desk, (name, which) in zip(self.desks, (first, second), strict=True):
            open_steps = [step for step in Step if self.status.get(name) in MOVES[step]]
            if open_steps:
                step = open_steps[which % len(open_steps)]
                key = self.own + name
                before = load(desk, key)
                order = an_order(key, before.version)
                works.append(partial(take_step, desk, step, order, before))
                names.append((name, step))
        outcomes = at_once(*works) if works else []
        done = [one for one in outcomes if isinstance(one, Stored)]
        for outcome in outcomes:
            assert isinstance(outcome, (Stored, Conflict, StepClosed, NotEnoughGoods)), outcome
        assert len({one.id for one in done}) == len(done)  # of one version one step is taken
        for (name, step), outcome in zip(names, outcomes, strict=True):
            if isinstance(outcome, Stored):
                self.follow(name, step, outcome.draft.status)

    @rule(name=IDS, taken=st.integers(4, 7), desk=st.integers(0, 1))
    def go_on(self, name, taken, desk):
        """A desk does what comes next, so that walks get far."""
        match self.status.get(name):
            case None:
                self.store(name, taken, desk, fresh=True)
            case Status.STORED | Status.AMENDED:
                self.take(name, Step.REGISTER, desk, fresh=True)
            case Status.REGISTERED:
                self.take(name, Step.ASSESS, desk, fresh=True)

    def follow(self, name, step, status):
        """Let the model take the step too."""
        if step is Step.ASSESS:
            self.held[name] = self.taken[name]
        if step is Step.AMEND:
            self.before_amending[name] = self.held.get(name, 0)
            self.taken_before[name] = self.taken[name]
        if step in (Step.CANCEL, Step.AMEND):
            self.held[name] = 0
        if step is Step.RESTORE:
            self.held[name] = self.before_amending[name]
            self.taken[name] = self.taken_before[name]
        self.status[name] = status

    def current(self, key):
        try:
            return load(self.desks[0], key).version
        except Exception:  # noqa: BLE001 - not stored yet
            return 0

    def version(self, key, fresh):
        if fresh or key not in self.seen:
            self.seen[key] = self.current(key)
        return self.seen[key]

    @invariant()
    def nothing_is_broken(self):
        if not self.desks or not hasattr(self, "goods"):
            return
        (balance,) = goods.balances(self.desks[1], [self.goods]).values()
        assert balance.packages == 10 - sum(self.held.values())
        assert balance.packages >= 0
        assert history.verify(self.desks[1]).holds
        for name, status in self.status.items():
            assert load(self.desks[1], self.own + name).draft.status is status

    @invariant()
    def the_guarantee_stands_for_what_is_left(self):
        if not self.desks or not hasattr(self, "guarantee"):
            return
        left = 10 - sum(self.held.values())
        (due,) = due_date_rows.of_declarations(self.desks[1], [self.own + "entry"])
        stands = still_held(
            Decimal(WHOLE), Balance(packages=Decimal(10)), Balance(packages=Decimal(left)), 3
        )
        assert due_date_rows.standing(self.desks[1])[self.guarantee.id] == stands
        expected = {10: DueState.OPEN, 0: DueState.DISCHARGED}
        assert due.state(DAY) is expected.get(left, DueState.PARTLY)


def test_no_sequence_of_steps_breaks_balances_history_or_what_is_registered(engine):
    other = connect(engine.url.render_as_string(hide_password=False))
    machine = type("OfThisDatabase", (Lives,), {"desks": (engine, other)})
    run(
        machine,
        settings=settings(
            max_examples=4,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[*HealthCheck],
        ),
    )
    other.dispose()
