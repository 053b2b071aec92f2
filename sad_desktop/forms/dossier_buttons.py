"""What can be done with the dossier that is shown: keeping it, its steps, what comes out of it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from sad_desktop.brokerage.advance_cargo import Dossier, Mark, Phase, State
from sad_desktop.brokerage.advance_cargo_steps import Step, steps_open
from sad_desktop.forms.dossier_words import step_explained, step_words


class DossierButtons(QWidget):
    """Two rows of buttons below a dossier; removing asks once more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = QPushButton(self.tr("&Save"))
        self.give_up = QPushButton(self.tr("&Give up changes"))
        self.new = QPushButton(self.tr("&New dossier"))
        self.ask_remove = QPushButton(self.tr("&Remove…"))
        self.remove = QPushButton(self.tr("Remove &for good"))
        self.no = QPushButton(self.tr("No"))
        self.steps = {step: QPushButton(step_words(step)) for step in Step}
        self.more = QPushButton(self.tr("&Use it"))
        menu = QMenu(self.more)
        self.begin = menu.addAction(self.tr("&Begin a declaration from this dossier"))
        self.copy_acid = menu.addAction(self.tr("Copy the &ACID"))
        self.copy_notice = menu.addAction(self.tr("&Copy the text for the shipper"))
        self.mail = menu.addAction(self.tr("Save a &mail to the shipper…"))
        self.envelope = menu.addAction(self.tr("Make the &envelope…"))
        self.again = menu.addAction(self.tr("Begin a &new dossier in its place"))
        self.more.setMenu(menu)
        for step, button in self.steps.items():
            button.setToolTip(step_explained(step))
            button.hide()  # now: the first layout would make room for them all side by side
        self.show_question(is_asking=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        rows: tuple[tuple[QPushButton, ...], ...] = (
            (self.save, self.give_up, self.new, self.ask_remove, self.remove, self.no),
            (*self.steps.values(), self.more),
        )
        for number, buttons in enumerate(rows):
            row = QHBoxLayout()
            if number:
                row.addWidget(QLabel(self.tr("Note what happened:")))
            for button in buttons:
                button.setAutoDefault(False)
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def show_question(self, *, is_asking: bool) -> None:
        """Ask whether the dossier is really to be removed, or stop asking."""
        self.ask_remove.setVisible(not is_asking)
        self.remove.setVisible(is_asking)
        self.no.setVisible(is_asking)

    def show_state(self, dossier: Dossier, *, is_changed: bool) -> None:
        """Offer what can be done with a dossier now."""
        is_kept = bool(dossier.id) and not is_changed
        open_steps = steps_open(dossier)
        request = self.steps[Step.REQUEST]
        request.setText(
            self.tr("Amendment re&quested") if dossier.acids else step_words(Step.REQUEST)
        )
        for step, button in self.steps.items():
            button.setVisible(step in open_steps)
            button.setEnabled(is_kept)
        acid = dossier.acid
        is_in_force = acid is not None and acid.mark is not Mark.CANCELLED
        never_seen = dossier.state is State.DRAFT and not dossier.acids and not dossier.answered_on
        self.save.setEnabled(is_changed)
        self.give_up.setEnabled(is_changed)
        self.ask_remove.setEnabled(is_kept and never_seen)
        self.more.setEnabled(is_kept)
        self.copy_acid.setEnabled(is_in_force)
        for action in (self.copy_notice, self.mail, self.envelope):
            action.setEnabled(is_in_force and not dossier.replaced_by)
        self.again.setEnabled(
            dossier.phase not in (Phase.WAITING, Phase.AFTER) and not dossier.replaced_by
        )
