"""Ask the office what verification needs beyond a draft: all at once, beside the screen."""

from dataclasses import dataclass
from datetime import date

from sad_desktop.brokerage.acknowledgements import Acknowledgement
from sad_desktop.brokerage.enquiry import Enquiry, enquiry_of
from sad_desktop.brokerage.ledgers import Offence
from sad_desktop.brokerage.numbers import NumberKind
from sad_desktop.brokerage.register import KeptList, Prefetched
from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import UserError
from sad_desktop.services.acknowledgements import acknowledged_of
from sad_desktop.services.advance_cargo import AdvanceCargo
from sad_desktop.services.companies import Companies
from sad_desktop.services.digital_documents import DigitalDocuments
from sad_desktop.services.due_date_facts import due_facts, guarantee_at_hand, payment_days
from sad_desktop.services.ledgers import Ledgers
from sad_desktop.services.manifests import Manifests
from sad_desktop.services.prices import usual_prices
from sad_desktop.services.workspace import Workspace

# The database is imported where it is used: SQLAlchemy takes longer than the first paint.


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the office answered to an enquiry; None asks it anew.

    ``register`` leaves out ``as_read``, which the draft's own file tells.
    """

    enquiry: Enquiry | None
    register: Prefetched
    acknowledged: tuple[Acknowledgement, ...] = ()
    offences: tuple[Offence, ...] = ()


def ask(
    workspace: Workspace,
    declaration_id: str,
    draft: Draft,
    today: date,
    former: Enquiry | None = None,
    *,
    profile: str = "",
) -> Answer | None:
    """Return what the office keeps of a draft's goods, parties and numbers.

    ``profile`` is the law the draft is judged by; its own where left out: a file of another
    program has none. ``former`` is the enquiry answered last: None is returned when nothing else
    is asked now. An office that cannot be reached answers so; a plain function, to be run beside
    the screen.
    """
    enquiry = enquiry_of(declaration_id, draft, profile or draft.profile)
    if enquiry == former:
        return None
    try:
        return _answer(workspace, enquiry, draft, today)
    except UserError:  # said when the database was opened, or when something is stored
        return Answer(enquiry=enquiry, register=Prefetched(today=today, is_unreachable=True))


def _answer(workspace: Workspace, enquiry: Enquiry, draft: Draft, today: date) -> Answer:
    from sad_desktop.database import frozen, goods, numbers, templates
    from sad_desktop.database.register import empty_lists

    database = workspace.database()
    own = enquiry.declaration_id
    companies = Companies(workspace, enquiry.profile)
    manifests = Manifests(workspace)
    ledgers = Ledgers(workspace, enquiry.profile)
    voyages = manifests.manifests_for(draft)
    empty = empty_lists(database)
    register = Prefetched(
        today=today,
        references=numbers.references(database, enquiry.numbers[NumberKind.REFERENCE], own),
        papers=companies.papers_of(enquiry.parties),
        manifests=voyages,
        bills=manifests.bills_for(own, draft),
        accounts=companies.accounts_of({enquiry.account}),
        earlier=numbers.earlier(database, enquiry.numbers, own),
        guarantee=None
        if KeptList.GUARANTEES in empty
        else guarantee_at_hand(workspace, enquiry, today),
        due_dates=due_facts(workspace, enquiry, today),
        paid_on=payment_days(workspace, enquiry),
        balances=goods.balances(database, enquiry.previous, but_of=own),
        as_registered=frozen.as_registered(database, own),
        assessed_total=frozen.assessed_total(database, own),
        codes_before=numbers.codes_before(database, enquiry.consignee, enquiry.descriptions, own),
        licences=ledgers.licences_of(enquiry.licences, own),
        prices=usual_prices(
            workspace, enquiry.profile, enquiry.goods, enquiry.consignee, today, own
        ),
        empty_lists=empty if voyages is not None else empty | {KeptList.MANIFESTS},
        dossiers=AdvanceCargo(workspace, enquiry.profile).with_acid(enquiry.acid),
        template_rates=templates.rates_of(database, own),
        files=None if KeptList.FILES in empty else _files(workspace, enquiry),
    )
    return Answer(
        enquiry=enquiry,
        register=register,
        acknowledged=acknowledged_of(workspace, own),
        offences=ledgers.offences_of(enquiry.consignee),
    )


def _files(workspace: Workspace, enquiry: Enquiry) -> dict[tuple[str, str], int]:
    """Return the bytes of the copies that are kept, the largest of each document."""
    kept = DigitalDocuments(workspace).sizes([digest for _, _, digest in enquiry.copies])
    files: dict[tuple[str, str], int] = {}
    for code, reference, digest in enquiry.copies:
        if digest in kept:
            own = (code, reference)
            files[own] = max(kept[digest], files.get(own, 0))
    return files
