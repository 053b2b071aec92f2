"""Manifests out of files: read whole, kept whole or not at all, hostile ones refused."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sad_desktop.brokerage.list_rows import Standing
from sad_desktop.brokerage.manifests import BillOfLading, Manifest, ManifestQuery
from sad_desktop.errors import FileRefused, UserError
from sad_desktop.services.list_imports import ImportStopped
from sad_desktop.services.manifest_imports import ManifestImports
from sad_desktop.services.manifests import Manifests
from sad_desktop.services.rights import EVERYTHING
from sad_desktop.xml.dialects import read_manifest

pytest_plugins = ["tests.databases"]

GENERAL = """
<General_segment><General_segment_id>
  <Customs_office_code>bhkbs</Customs_office_code><Voyage_number> MSC 7/26</Voyage_number>
  <Date_of_departure>2026-10-01</Date_of_departure>
  <Date_of_arrival>2026-11-02T04:30:00</Date_of_arrival></General_segment_id>
 <Transport_information><Carrier><Carrier_code>MSCU</Carrier_code>
   <Carrier_name>Mediterranean</Carrier_name></Carrier>
  <Mode_of_transport_code>1</Mode_of_transport_code>
  <Identity_of_transporter>MSC Aïda</Identity_of_transporter>
  <Nationality_of_transporter_code>PA</Nationality_of_transporter_code></Transport_information>
 <Load_unload_place><Place_of_departure_code>CNSHA</Place_of_departure_code>
  <Place_of_destination_code>BHKBS</Place_of_destination_code></Load_unload_place>
</General_segment>"""
BILL = """
<Bol_segment><Bol_id><Bol_reference>{number}</Bol_reference><Line_number>1</Line_number>
  <Master_bol_ref_number>M1</Master_bol_ref_number></Bol_id>
 <Load_unload_place><Place_of_loading_code>CNNGB</Place_of_loading_code>
  <Place_of_unloading_code>BHKBS</Place_of_unloading_code></Load_unload_place>
 <Traders_segment><Exporter><Exporter_name>Ningbo Textile</Exporter_name>
   <Exporter_address>Road 1
   Ningbo</Exporter_address></Exporter>
  <Consignee><Consignee_code>58411-01</Consignee_code>
   <Consignee_name>شركة الخليج</Consignee_name></Consignee></Traders_segment>
 <ctn_segment><Ctn_reference>MSCU1234566</Ctn_reference><Type_of_container>22G1</Type_of_container>
  <Empty_Full>FCL</Empty_Full><Marks1>S1</Marks1><Marks2>S2</Marks2></ctn_segment>
 <Goods_segment><Number_of_packages>{packages}</Number_of_packages>
  <Package_type_code>CT</Package_type_code><Gross_mass>1250.5</Gross_mass>
  <Shipping_marks>GM 1-40</Shipping_marks><Goods_description>Shirts</Goods_description>
 </Goods_segment></Bol_segment>"""


def a_file(*bills, general=GENERAL, packages="40"):
    own = "".join(BILL.format(number=number, packages=packages) for number in bills)
    return f'<?xml version="1.0" encoding="UTF-8"?><Awmds>{general}{own}</Awmds>'.encode()


class Office:
    """What the services ask of the workspace."""

    rights = EVERYTHING
    user = "Salma"

    def __init__(self, engine):
        self._engine = engine

    def database(self):
        return self._engine


@pytest.fixture
def manifests(engine):
    return Manifests(Office(engine))


@pytest.fixture
def imports(engine):
    return ManifestImports(Office(engine))


@pytest.fixture
def voyage(manifests):
    return manifests.store(Manifest(voyage="GF134"))


def written(tmp_path, content, name):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def kept(manifests, manifest):
    return {one.bill.number: one.bill for one in manifests.reconciliation(manifest.id).balances}


def test_an_awmds_file_is_read_whole():
    file = read_manifest(a_file("medu1", "MEDU2"), "a.xml")
    assert file.manifest == Manifest(
        office="BHKBS",
        voyage="MSC 7/26",
        departure=date(2026, 10, 1),
        arrival=date(2026, 11, 2),
        vessel="MSC Aïda",
        nationality="PA",
        mode="1",
        carrier_code="MSCU",
        carrier="Mediterranean",
        departure_place="CNSHA",
        destination_place="BHKBS",
    )
    assert file.remarks == ()
    bill = file.bills[0]
    assert (bill.number, bill.master, len(file.bills)) == ("MEDU1", "M1", 2)
    assert (bill.packages, bill.gross_mass) == (40, Decimal("1250.5"))
    assert bill.shipper == "Ningbo Textile\nRoad 1\nNingbo"
    assert (bill.consignee_code, bill.consignee) == ("58411-01", "شركة الخليج")
    (container,) = bill.containers
    assert (container.identity, container.load, container.seals) == ("MSCU1234566", "FCL", "S1 S2")


@pytest.mark.parametrize(
    "content",
    [
        b"<ASYCUDA/>",
        b"not xml",
        a_file("A")[:-20],
        b'<!DOCTYPE Awmds [<!ENTITY x SYSTEM "file:///etc/passwd">]><Awmds>&x;</Awmds>',
        b"<Awmds>" + b"<a>" * 400 + b"</a>" * 400 + b"</Awmds>",
    ],
)
def test_a_hostile_or_foreign_file_is_refused_in_a_sentence(content):
    with pytest.raises(FileRefused, match="was not opened"):
        read_manifest(content, "a.xml")


def test_a_voyage_is_kept_with_its_bills_and_a_second_import_changes_only_what_differs(
    imports, manifests, tmp_path
):
    first = imports.prepare_file(imports.read(written(tmp_path, a_file("A1", "A2"), "a.xml")))
    assert (first.new, first.changed, first.same) == (2, 0, 0)
    voyage = imports.store(first)
    ids = {number: bill.id for number, bill in kept(manifests, voyage).items()}
    other = a_file("A1", "A3") + b""
    again = imports.prepare_file(read_manifest(other, "b.xml"))
    assert (again.new, again.changed, again.same) == (1, 0, 1)
    lower = imports.prepare_file(read_manifest(a_file("A1", packages="30"), "c.xml"))
    assert (lower.new, lower.changed) == (0, 1)
    imports.store(again)
    assert imports.store(lower).id == voyage.id
    own = kept(manifests, voyage)
    assert set(own) == {"A1", "A2", "A3"}
    assert (own["A1"].packages, own["A1"].id) == (30, ids["A1"])
    assert len(manifests.find(ManifestQuery())) == 1


def test_bills_with_faults_keep_everything_out_until_they_are_left_out(
    imports, manifests, tmp_path
):
    content = a_file("A1", "", "A1", "A2").replace(b">40<", b">4o<", 1)
    prepared = imports.prepare_file(imports.read(written(tmp_path, content, "a.xml")))
    assert [one.number for one in prepared.remarks] == [1, 2]
    assert prepared.faults == 2
    with pytest.raises(UserError, match="Nothing was changed"):
        imports.store(prepared)
    assert manifests.find(ManifestQuery()) == ()
    voyage = imports.store(prepared, leaves_faults_out=True)
    assert set(kept(manifests, voyage)) == {"A1", "A2"}


def test_an_import_that_is_cancelled_leaves_nothing(imports, manifests):
    numbers = [f"A{number}" for number in range(1200)]
    prepared = imports.prepare_file(read_manifest(a_file(*numbers), "a.xml"))
    seen = []
    with pytest.raises(ImportStopped):
        imports.store(
            prepared,
            progress=lambda done, total: seen.append((done, total)),
            is_cancelled=lambda: len(seen) > 1,
        )
    assert seen == [(0, 1200), (500, 1200)]
    assert manifests.find(ManifestQuery()) == ()


TABLE = """رقم البوليصة;Consignee;No of packages;Gross weight;Container No;Colour
MEDU 1;شركة الخليج;٤٠;1,250.5;MSCU1;red
MEDU1;;;;MSCU2;
medu-1;;40;;MSCU3;
MEDU2;Pearl;x;10;;
;;5;5;;
MEDU3;Pearl;5;100;;
MEDU3;Pearl;6;100;;
"""


def test_a_table_becomes_bills_of_a_voyage_row_by_row(imports, manifests, voyage, tmp_path):
    table = imports.read(written(tmp_path, TABLE, "bills.csv"))
    layout = imports.layout(table)
    assert sorted(layout.columns.values()) == sorted(
        ["number", "consignee", "packages", "gross_mass", "container"]
    )
    prepared = imports.prepare_table(voyage, table, layout)
    assert [(one.number, one.standing) for one in prepared.remarks] == [
        (4, Standing.NOTE),
        (5, Standing.FAULT),
        (6, Standing.FAULT),
        (8, Standing.FAULT),
    ]
    imports.store(prepared, leaves_faults_out=True)
    own = kept(manifests, voyage)
    assert set(own) == {"MEDU 1", "MEDU3"}
    assert (own["MEDU 1"].packages, own["MEDU 1"].gross_mass) == (40, Decimal("1250.5"))
    assert [one.identity for one in own["MEDU 1"].containers] == ["MSCU1", "MSCU2", "MSCU3"]


def test_what_a_table_has_no_column_for_stays_and_its_columns_are_remembered(
    imports, manifests, voyage, tmp_path
):
    manifests.store_bill(
        BillOfLading(manifest_id=voyage.id, number="A1", goods="Shirts", marks="GM")
    )
    table = imports.read(written(tmp_path, "bill no,colour\nA1,red\n", "a.csv"))
    layout = imports.layout(table).with_column(1, "marks")
    imports.store(imports.prepare_table(voyage, table, layout))
    bill = kept(manifests, voyage)["A1"]
    assert (bill.goods, bill.marks) == ("Shirts", "red")
    assert imports.layout(table) == layout
    with pytest.raises(UserError, match="Say which column"):
        imports.prepare_table(voyage, table, layout.with_column(0, ""))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(a_file("A1")) - 1), st.binary(max_size=6), st.integers(0, 30))
def test_a_damaged_file_is_read_or_refused_and_never_breaks(at, put_in, taken_out):
    content = a_file("A1")
    damaged = content[:at] + put_in + content[at + taken_out :]
    try:
        file = read_manifest(damaged, "a.xml")
    except FileRefused:
        return
    assert len(file.bills) + len(file.remarks) <= 3
