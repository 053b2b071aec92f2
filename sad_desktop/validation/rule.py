"""What a rule is: it looks at a case and gives the findings of its id."""

from collections.abc import Callable, Iterator

from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding

Rule = Callable[[Case], Iterator[Finding]]
"""A rule's first line of documentation begins with its id and ends with where it is from."""
