"""Every service over the office's database asks for a right, or says here why it needs none."""

import importlib
import inspect
import pkgutil
from types import SimpleNamespace

import pytest

from sad_desktop import services
from sad_desktop.brokerage.users import Service, User
from sad_desktop.services.rights import NotAllowed, NotSignedIn, Rights
from sad_desktop.services.workspace import Workspace

READS = frozenset(
    {
        "acknowledgements.acknowledged_of",
        "advance_cargo.AdvanceCargo.dossiers",
        "advance_cargo.AdvanceCargo.with_acid",
        "advance_cargo_imports.InvoiceImports.layout",
        "advance_cargo_imports.InvoiceImports.prepare",
        "advance_cargo_imports.InvoiceImports.read",
        "companies.Companies.accounts_of",
        "companies.Companies.all",
        "companies.Companies.duplicates",
        "companies.Companies.lists",
        "companies.Companies.papers_of",
        "companies.Companies.refresh",
        "companies.Companies.suppliers_of",
        "digital_documents.DigitalDocuments.open",
        "digital_documents.DigitalDocuments.sizes",
        "due_date_facts.due_facts",
        "due_date_facts.guarantee_at_hand",
        "due_date_facts.payment_days",
        "due_dates.DueDates.due_within",
        "due_dates.DueDates.history",
        "due_dates.DueDates.lines",
        "due_dates.DueDates.terms_of",
        "due_dates.DueDates.unfollowed",
        "due_dates.DueDates.usable",
        "follow_up.FollowUps.offer",
        "habits.habits_of",
        "harvest.Harvests.known_files",
        "harvest.Harvests.lines",
        "history.export_history",
        "ledgers.Ledgers.entries",
        "ledgers.Ledgers.free_amounts",
        "ledgers.Ledgers.licences_of",
        "ledgers.Ledgers.offences_of",
        "life.Life.assessed_note",
        "life.Life.assessed_total",
        "life.Life.history",
        "life.Life.verdict",
        "life.Life.versions",
        "list_imports.ListImports.layout",
        "list_imports.ListImports.parts",
        "list_imports.ListImports.prepare",
        "list_imports.ListImports.read",
        "list_imports.ListImports.read_pasted",
        "manifest_imports.ManifestImports.layout",
        "manifest_imports.ManifestImports.prepare_file",
        "manifest_imports.ManifestImports.prepare_table",
        "manifest_imports.ManifestImports.read",
        "manifests.Manifests.bill",
        "manifests.Manifests.bill_of",
        "manifests.Manifests.bills_for",
        "manifests.Manifests.find",
        "manifests.Manifests.find_bills",
        "manifests.Manifests.find_typed",
        "manifests.Manifests.history",
        "manifests.Manifests.load",
        "manifests.Manifests.manifests_for",
        "manifests.Manifests.meant",
        "manifests.Manifests.reconciliation",
        "manifests.Manifests.voyages",
        "print_batch.from_store",
        "payments.Payments.due",
        "payments.Payments.find",
        "payments.Payments.load",
        "payments.Payments.methods",
        "payments.Payments.of_declaration",
        "prices.compared",
        "prices.usual_prices",
        "reference_lists.ReferenceLists.editions",
        "reference_lists.ReferenceLists.entries",
        "reference_lists.ReferenceLists.history",
        "reference_lists.ReferenceLists.list_names",
        "reference_lists.ReferenceLists.periods",
        "refunds.Refunds.lines",
        "register.ask",
        "successors.Successors.remembered",
        "table_layouts.remembered_layout",
        "templates.Templates.lines",
        "templates.Templates.load",
        "templates.Templates.outlived",
        "tracking.Tracking.find",
        "tracking.Tracking.stages",
        "users.Users.rules",
        "workspace.Workspace.count",
        "workspace.Workspace.counts",
        "workspace.Workspace.load",
        "workspace.Workspace.reach",
        "workspace.Workspace.summaries",
    }
)
"""Reading, searching, printing and tracking are open to everybody who is signed in (S1-001)."""

OPEN = {
    "ledgers.Ledgers.remove": "asks for the right of its ledger: test_services_prices",
    "ledgers.Ledgers.store": "asks for the right of its ledger: test_services_prices",
    "ledgers.Ledgers.take_file": "asks for the right of its ledger: test_services_prices",
    "reference_lists.ReferenceLists.close": "lets the desk's own copy go",
    "reference_lists.ReferenceLists.refresh": "writes the desk's own copy, nothing of the office",
    "table_layouts.remember_layout": "imports ask for the right of what they bring",
    "users.Users.begin": "the first user: there is nobody yet who could have a right",
    "users.Users.change_password": "asks for the present password",
    "users.Users.sign_in": "asks for the password",
    "users.Users.sign_out": "gives rights up",
    "workspace.Workspace.back_up": "the daily backup every desk makes by itself",
    "workspace.Workspace.close": "lets the database go",
    "workspace.Workspace.database": "what the services themselves work with",
    "workspace.Workspace.forget": "lets memory go",
    "workspace.Workspace.new_id": "makes a number",
    "workspace.Workspace.open_database": "brings the tables up to date, as every start does",
    "workspace.Workspace.take_folder": "takes the desk's own folder",
    "workspace.Workspace.use_rights": "what signing in does",
}
"""Services that ask for no right, and why."""


def over_the_office():
    """Yield every public function and method that works on a workspace, by its name."""
    for found in pkgutil.iter_modules(services.__path__):
        module = importlib.import_module(f"{services.__name__}.{found.name}")
        for name, thing in vars(module).items():
            if name.startswith("_") or getattr(thing, "__module__", "") != module.__name__:
                continue
            if inspect.isfunction(thing) and _takes_workspace(thing):
                yield f"{found.name}.{name}", thing
            elif inspect.isclass(thing) and _is_over_workspace(thing):
                for method, function in _methods(thing):
                    yield f"{found.name}.{name}.{method}", function


def _is_over_workspace(thing):
    return thing is Workspace or ("__init__" in vars(thing) and _takes_workspace(thing.__init__, 1))


def _takes_workspace(function, position=0):
    names = list(inspect.signature(function).parameters.values())[position : position + 1]
    return any("Workspace" in str(one.annotation) for one in names)


def _methods(thing):
    for name, function in vars(thing).items():
        plain = getattr(function, "__func__", function)
        if not name.startswith("_") and inspect.isfunction(plain):
            yield name, plain


GUARDED = {name: one for name, one in over_the_office() if hasattr(one, "needed_services")}


def test_every_service_asks_for_a_right_or_is_named_with_the_reason():
    unguarded = {name for name, _ in over_the_office()} - set(GUARDED)
    said = "give it @needs, or name it in READS or OPEN with the reason"
    assert unguarded - READS - set(OPEN) == set(), said
    assert READS | set(OPEN) <= unguarded
    assert not READS & set(OPEN)


@pytest.mark.parametrize("name", sorted(GUARDED))
def test_a_service_is_refused_without_its_right_before_anything_is_done(name):
    work = GUARDED[name]
    needed = set(work.needed_services)
    for user, refusal in (
        (User(id=1, name="ali", services=frozenset(Service) - needed), NotAllowed),
        (User(id=1, name="ali", services=frozenset(Service), is_active=False), NotAllowed),
        (None, NotSignedIn),
    ):
        with pytest.raises(refusal):
            work(_office(Rights(is_on=True, user=user)))
    for service in needed:
        user = User(id=1, name="ali", services=frozenset({service}), is_general=False)
        with pytest.raises(TypeError):  # let through, and called without what it works on
            work(_office(Rights(is_on=True, user=user)), *[None] * 20)


def _office(rights):
    """What a service holds, with nothing behind it that could be changed."""
    return SimpleNamespace(rights=rights)
