"""Rights, asked for by the services themselves: what a window hides is a courtesy only."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from sad_desktop.brokerage.users import SERVICE_TITLES, Service, User
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_P = ParamSpec("_P")
_R = TypeVar("_R")


class NotAllowed(UserError):
    """The user was not granted the service; ``service`` says which."""

    def __init__(self, service: Service) -> None:
        self.service = service
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "You may not do this: it needs the service “{service}”. Ask the general user to "
                "grant it.",
            ),
            {"service": SERVICE_TITLES[service]},
            texts={"service": "Service"},
        )


class NotSignedIn(UserError):
    """Nobody has signed in at this desk."""

    def __init__(self) -> None:
        super().__init__(QT_TRANSLATE_NOOP("UserError", "Sign in first."))


class NotForCompany(UserError):
    """The user acts for other companies than those of a declaration (S1-029)."""

    def __init__(self, companies: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "You may not act for {companies}. Ask the general user to let you.",
            ),
            {"companies": companies},
        )


@dataclass(frozen=True, slots=True)
class Rights:
    """What may be done at this desk now.

    ``is_on`` tells whether the office signs in at all; ``user`` is who did, None for nobody.
    """

    is_on: bool = False
    user: User | None = None

    def allows(self, service: Service) -> bool:
        """Tell whether a service may be used."""
        return not self.is_on or (self.user is not None and self.user.may(service))

    def demand(self, *services: Service) -> None:
        """Raise NotSignedIn or NotAllowed unless one of some services may be used."""
        if any(map(self.allows, services)):
            return
        if self.user is None:
            raise NotSignedIn
        raise NotAllowed(services[0])

    @property
    def is_limited(self) -> bool:
        """True for a user who acts for some companies only."""
        user = self.user
        return self.is_on and user is not None and bool(user.companies) and not user.is_general

    def demand_company(self, declaration: Declaration) -> None:
        """Raise NotForCompany unless the user acts for a trader of a declaration."""
        if self.is_on and self.user is not None and not self.user.acts_for(declaration):
            codes = (declaration.consignee_code, declaration.exporter_code)
            raise NotForCompany(", ".join(code for code in codes if code))


EVERYTHING = Rights()
"""The rights at a desk where nobody signs in."""


def needs(*services: Service) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Refuse what is decorated to those who were granted none of some services, before all else.

    The first argument of what is decorated is the workspace, or a service that holds it as
    ``_workspace``. The rights are those the office's database has at this moment. What it needs
    is kept as ``needed_services``, for the test of all services.
    """

    def decorated(work: Callable[_P, _R]) -> Callable[_P, _R]:
        @wraps(work)
        def checked(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            rights_of(args[0]).demand(*services)
            return work(*args, **kwargs)

        checked.needed_services = services  # type: ignore[attr-defined]
        return checked

    return decorated


def rights_of(holder: object) -> Rights:
    """Return the rights that hold for a workspace, or for a service over one."""
    workspace = getattr(holder, "_workspace", holder)
    rights = getattr(workspace, "rights", None)
    assert isinstance(rights, Rights)  # noqa: S101 - only workspaces are asked
    return rights
