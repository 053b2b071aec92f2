"""In which order ASYCUDA files write their elements, which slots are fixed, how blanks look.

The order is that of real exports, with what single vintages add. Each line of a table names a
parent by its path, and its children; the children of the root, the item or the row come first.
"""

from collections.abc import Mapping

from sad_desktop.xml import mapping

Order = Mapping[str, tuple[str, ...]]
"""The names of the children by the path of their parent, "" for the outermost."""


def _order(table: str) -> Order:
    order: dict[str, tuple[str, ...]] = {}
    for line in table.strip().splitlines():
        parent, _, names = line.partition(":")
        order[parent.strip()] = (*order.get(parent.strip(), ()), *names.split())
    return order


_COST = "Amount_national_currency Amount_foreign_currency Currency_code Currency_name Currency_rate"

HEADER_ORDER = _order(
    f"""
    : Export_release Assessment_notice Global_taxes Property Identification Traders Declarant
    : General_information Transport Financial Warehouse Transit Valuation
    : Container Prev_decl Item Supplier_documents
    Export_release: Date_of_exit Time_of_exit Actual_office_of_exit_code
    Export_release: Actual_office_of_exit_name Exit_reference Comments
    Assessment_notice: Item_tax_total
    Global_taxes: Global_tax_item
    Property: Sad_flow Forms Nbers Place_of_declaration Date_of_declaration Selected_page
    Property/Forms: Number_of_the_form Total_number_of_forms
    Property/Nbers: Number_of_loading_lists Total_number_of_items Total_number_of_packages
    Identification: Office_segment Type Manifest_reference_number Registration Assessment receipt
    Identification/Office_segment: Customs_clearance_office_code Customs_Clearance_office_name
    Identification/Type: Type_of_declaration Declaration_gen_procedure_code
    Identification/Type: Type_of_transit_document
    Identification/Registration: Serial_number Number Date
    Identification/Assessment: Serial_number Number Date
    Identification/receipt: Serial_number Number Date
    Traders: Exporter Consignee Financial
    Traders/Exporter: Exporter_code Exporter_name
    Traders/Consignee: Consignee_code Consignee_name
    Traders/Financial: Financial_code Financial_name
    Declarant: Declarant_code Declarant_name Declarant_representative Reference
    Declarant/Reference: Year Number
    General_information: Country Value_details CAP Additional_information Comments_free_text
    General_information/Country: Country_first_destination Trading_country Export Destination
    General_information/Country: Country_of_origin_name
    General_information/Country/Export: Export_country_code Export_country_name
    General_information/Country/Export: Export_country_region
    General_information/Country/Destination: Destination_country_code Destination_country_name
    General_information/Country/Destination: Destination_country_region
    Transport: Means_of_transport Container_flag Delivery_terms Border_office Place_of_loading
    Transport: Location_of_goods
    Transport/Means_of_transport: Departure_arrival_information Border_information
    Transport/Means_of_transport: Inland_mode_of_transport
    Transport/Means_of_transport/Departure_arrival_information: Identity Nationality
    Transport/Means_of_transport/Border_information: Identity Nationality Mode
    Transport/Delivery_terms: Code Place Situation
    Transport/Border_office: Code Name
    Transport/Place_of_loading: Code Name Country
    Financial: Financial_transaction Bank Terms Total_invoice Deffered_payment_reference
    Financial: Mode_of_payment Amounts Guarantee
    Financial/Financial_transaction: code1 code2
    Financial/Bank: Code Name Branch Reference
    Financial/Terms: Code Description
    Financial/Amounts: Total_manual_taxes Global_taxes Totals_taxes
    Financial/Guarantee: Name Amount Date Excluded_country
    Financial/Guarantee/Excluded_country: Code Name
    Warehouse: Identification Delay
    Transit: Principal Signature Destination Seals Result_of_control Time_limit Officer_name
    Transit/Principal: Code Name Representative
    Transit/Signature: Place Date
    Transit/Destination: Office Country
    Transit/Seals: Number Identity
    Valuation: Calculation_working_mode Weight Total_cost Total_CIF Gs_Invoice
    Valuation: Gs_external_freight Gs_internal_freight Gs_insurance Gs_other_cost Gs_deduction
    Valuation: Total
    Valuation/Weight: Gross_weight
    Valuation/Gs_Invoice: {_COST}
    Valuation/Gs_external_freight: {_COST}
    Valuation/Gs_internal_freight: {_COST}
    Valuation/Gs_insurance: {_COST}
    Valuation/Gs_other_cost: {_COST}
    Valuation/Gs_deduction: {_COST}
    Valuation/Total: Total_invoice Total_weight
    """
)

ITEM_ORDER = _order(
    f"""
    : Attached_documents Packages IncoTerms Tarification Goods_description Previous_doc
    : Licence_number Amount_deducted_from_licence Quantity_deducted_from_licence
    : Free_text_1 Free_text_2 Taxation Valuation_item
    Packages: Number_of_packages Marks1_of_packages Marks2_of_packages
    Packages: Kind_of_packages_code Kind_of_packages_name
    IncoTerms: Code Place
    Tarification: Tarification_data HScode Preference_code Extended_customs_procedure
    Tarification: National_customs_procedure Quota_code Supplementary_unit Item_price
    Tarification: Valuation_method_code Value_item Attached_doc_item A.I._code
    Tarification/HScode: Commodity_code Precision_1 Precision_2 Precision_3 Precision_4
    Tarification/Supplementary_unit: Suppplementary_unit_code Suppplementary_unit_name
    Tarification/Supplementary_unit: Suppplementary_unit_quantity
    Goods_description: Country_of_origin_code Country_of_origin_region Description_of_goods
    Goods_description: Commercial_Description
    Previous_doc: Summary_declaration Summary_declaration_sl Previous_document_reference
    Previous_doc: Previous_warehouse_code
    Taxation: Item_taxes_amount Item_taxes_guaranted_amount Item_taxes_mode_of_payment
    Taxation: Counter_of_normal_mode_of_payment Displayed_item_taxes_amount Taxation_line
    Taxation/Taxation_line: Duty_tax_code Duty_tax_Base Duty_tax_rate Duty_tax_amount Duty_tax_MP
    Taxation/Taxation_line: Duty_tax_Type_of_calculation
    Valuation_item: Weight_itm Total_cost_itm Total_CIF_itm Rate_of_adjustement
    Valuation_item: Statistical_value Alpha_coeficient_of_apportionment Item_Invoice
    Valuation_item: item_external_freight item_internal_freight item_insurance item_other_cost
    Valuation_item: item_deduction Market_valuer
    Valuation_item/Weight_itm: Gross_weight_itm Net_weight_itm
    Valuation_item/Item_Invoice: {_COST}
    Valuation_item/item_external_freight: {_COST}
    Valuation_item/item_internal_freight: {_COST}
    Valuation_item/item_insurance: {_COST}
    Valuation_item/item_other_cost: {_COST}
    Valuation_item/item_deduction: {_COST}
    Valuation_item/Market_valuer: Rate Currency_code Currency_amount Basis_description Basis_amount
    Attached_documents: Attached_document_code Attached_document_name Attached_document_reference
    Attached_documents: Attached_document_from_rule Attached_document_date
    Attached_documents: Attached_document_validity
    """
)

ROW_ORDER = _order(
    """
    Container: Item_Number Container_identity Container_type Empty_full_indicator Gross_weight
    Container: Goods_description Packages_type Packages_number Packages_weight
    Prev_decl: Prev_decl_office_code Prev_decl_reg_year Prev_decl_reg_serial Prev_decl_reg_number
    Prev_decl: Prev_decl_item_number Prev_decl_HS_code Prev_decl_HS_prec Prev_decl_country_origin
    Prev_decl: Prev_decl_number_packages Prev_decl_weight Prev_decl_supp_quantity
    Prev_decl: Prev_decl_ref_value Prev_decl_current_item Prev_decl_number_packages_written_off
    Prev_decl: Prev_decl_weight_written_off Prev_decl_supp_quantity_written_off
    Prev_decl: Prev_decl_ref_value_written_off
    """
)

FIXED_SLOTS: Mapping[str, int] = {
    "Assessment_notice/Item_tax_total": 14,
    "Global_taxes/Global_tax_item": 8,
    "Tarification/Supplementary_unit": 3,
    mapping.TAX_PATH: 8,
}
"""Elements that are repeated whatever the number used."""

WRITTEN_WHEN_USED = frozenset(
    {
        "Declarant/Reference/Year",
        "Attached_documents/Attached_document_from_rule",
        "Attached_documents/Attached_document_date",
        "Attached_documents/Attached_document_validity",
    }
)
"""Elements that only some vintages, or only rows that use them, have: no blank is written."""

NO_CURRENCY = "No foreign currency"
CONSTANTS: Mapping[str, str] = {
    "Property/Selected_page": "1",
    **{f"{block}/Currency_name": NO_CURRENCY for block in mapping.HEADER_COSTS.values()},
    **{
        f"{block}/Currency_name": NO_CURRENCY
        for name, block in mapping.ITEM_COST_FIGURES.items()
        if name != "invoice"
    },
}
"""What a new file says in elements nobody keys."""

EMPTY_WHEN_BLANK = frozenset(
    {
        "Export_release/Date_of_exit",
        "Export_release/Time_of_exit",
        "Assessment_notice/Item_tax_total",
        "Global_taxes/Global_tax_item",
        "Identification/Registration/Number",
        "Identification/Assessment/Number",
        "Identification/receipt/Number",
        "Financial/Financial_transaction/code1",
        "Financial/Financial_transaction/code2",
        "Financial/Total_invoice",
        "Financial/Amounts/Total_manual_taxes",
        "Transit/Time_limit",
        "Taxation/Item_taxes_guaranted_amount",
        "Taxation/Counter_of_normal_mode_of_payment",
        "Taxation/Displayed_item_taxes_amount",
        "Valuation_item/Market_valuer/Rate",
        "Valuation_item/Market_valuer/Currency_amount",
        "Valuation_item/Market_valuer/Basis_amount",
    }
)
"""Elements whose blank is an empty element, although no number or day is keyed in them."""
