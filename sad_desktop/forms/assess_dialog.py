"""The question before an assessment of suspended goods: under which case, and what guarantees."""

from PySide6.QtWidgets import QComboBox, QWidget

from sad_desktop.brokerage.life import Numbered, Step
from sad_desktop.forms.due_date_acts import guarantee_choices
from sad_desktop.forms.language import current_language
from sad_desktop.forms.step_dialog import NumberDialog
from sad_desktop.services.due_dates import GuaranteeLine
from sad_desktop.services.openings import Terms
from sad_desktop.tariff.regime_law import Cover, Period, RegimeTerms

Cases = tuple[tuple[RegimeTerms, Period], ...]


class AssessDialog(NumberDialog):
    """Asks for customs' number, the regime's case and the guarantee; ``terms`` tells them."""

    def __init__(
        self,
        title: str,
        proposed: Numbered,
        explanation: str,
        offered: tuple[Cases, tuple[GuaranteeLine, ...], int],
        parent: QWidget,
    ) -> None:
        super().__init__(Step.ASSESS, title, proposed, explanation, parent)
        self._cases, usable, decimals = offered
        language = current_language()
        self.case = self._box(self.tr("Regime and case"))
        for regime, case in self._cases:
            name = regime.name(language)
            own = case.name(language)
            self.case.addItem(name if own == name else f"{name} – {own}")
        self.guarantee = self._box(self.tr("Guarantee"))
        self.guarantee.addItem(self.tr("none yet"), "0")
        for key, words in guarantee_choices(usable, decimals):
            self.guarantee.addItem(words, key)
        if not self._cases:
            self.form.setRowVisible(self.case, False)
        self.case.currentIndexChanged.connect(lambda _index: self._propose())
        self._propose()

    def terms(self) -> Terms:
        """Return what was chosen."""
        regime, case = ("", "")
        if self._cases:
            chosen = self._cases[self.case.currentIndex()]
            regime, case = chosen[0].code, chosen[1].code
        return Terms(regime, case, int(self.guarantee.currentData()))

    def _propose(self) -> None:
        """Propose the largest guarantee where the case asks for one."""
        if not self._cases:
            return
        regime, case = self._cases[self.case.currentIndex()]
        needed = regime.cover_of(case) is Cover.DUTIES
        has_any = self.guarantee.count() > 1
        self.guarantee.setCurrentIndex(1 if needed and has_any else 0)

    def _box(self, label: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(label)
        self.form.addRow(label, box)
        return box
