"""Which element of an ASYCUDA file carries which field: paths below the root, the item or the row.

Names are the vendor's, spelling errors included. ``[2]`` after a name means the second of its
repeated elements. Older spellings of a name stand in ALIASES, other places that say the same in
MIRRORS.
"""

from collections.abc import Mapping

from sad_desktop.declaration.model import COSTS

ROOT = "ASYCUDA"
NULL = "null"
ITEM_ELEMENT = "Item"
CONTAINER_ELEMENT = "Container"
PREVIOUS_ELEMENT = "Prev_decl"
DOCUMENT_ELEMENT = "Attached_documents"
TAX_PATH = "Taxation/Taxation_line"

_MEANS = "Transport/Means_of_transport"
_COUNTRY = "General_information/Country"
_IDENTIFICATION = "Identification"

HEADER: Mapping[str, str] = {
    "declaration_type": f"{_IDENTIFICATION}/Type/Type_of_declaration",
    "general_procedure": f"{_IDENTIFICATION}/Type/Declaration_gen_procedure_code",
    "transit_document": f"{_IDENTIFICATION}/Type/Type_of_transit_document",
    "office_code": f"{_IDENTIFICATION}/Office_segment/Customs_clearance_office_code",
    "office_name": f"{_IDENTIFICATION}/Office_segment/Customs_Clearance_office_name",
    "registration_serial": f"{_IDENTIFICATION}/Registration/Serial_number",
    "registration_number": f"{_IDENTIFICATION}/Registration/Number",
    "registration_day": f"{_IDENTIFICATION}/Registration/Date",
    "manifest": f"{_IDENTIFICATION}/Manifest_reference_number",
    "exporter_code": "Traders/Exporter/Exporter_code",
    "exporter_name": "Traders/Exporter/Exporter_name",
    "loading_lists": "Property/Nbers/Number_of_loading_lists",
    "reference_year": "Declarant/Reference/Year",
    "reference_number": "Declarant/Reference/Number",
    "consignee_code": "Traders/Consignee/Consignee_code",
    "consignee_name": "Traders/Consignee/Consignee_name",
    "payer_code": "Traders/Financial/Financial_code",
    "payer_name": "Traders/Financial/Financial_name",
    "consignment_country": f"{_COUNTRY}/Country_first_destination",
    "trading_country": f"{_COUNTRY}/Trading_country",
    "certificate_of_origin": "General_information/CAP",
    "declarant_code": "Declarant/Declarant_code",
    "declarant_name": "Declarant/Declarant_name",
    "export_country_name": f"{_COUNTRY}/Export/Export_country_name",
    "export_country": f"{_COUNTRY}/Export/Export_country_code",
    "export_region": f"{_COUNTRY}/Export/Export_country_region",
    "destination_country": f"{_COUNTRY}/Destination/Destination_country_code",
    "destination_region": f"{_COUNTRY}/Destination/Destination_country_region",
    "destination_country_name": f"{_COUNTRY}/Destination/Destination_country_name",
    "arrival_identity": f"{_MEANS}/Departure_arrival_information/Identity",
    "arrival_nationality": f"{_MEANS}/Departure_arrival_information/Nationality",
    "has_containers": "Transport/Container_flag",
    "delivery_terms": "Transport/Delivery_terms/Code",
    "delivery_place": "Transport/Delivery_terms/Place",
    "delivery_situation": "Transport/Delivery_terms/Situation",
    "border_identity": f"{_MEANS}/Border_information/Identity",
    "border_nationality": f"{_MEANS}/Border_information/Nationality",
    "invoice_currency": "Valuation/Gs_Invoice/Currency_code",
    "invoice_amount": "Valuation/Gs_Invoice/Amount_foreign_currency",
    "exchange_rate": "Valuation/Gs_Invoice/Currency_rate",
    "transaction_nature_1": "Financial/Financial_transaction/code1",
    "transaction_nature_2": "Financial/Financial_transaction/code2",
    "border_mode": f"{_MEANS}/Border_information/Mode",
    "inland_mode": f"{_MEANS}/Inland_mode_of_transport",
    "loading_place": "Transport/Place_of_loading/Code",
    "loading_place_name": "Transport/Place_of_loading/Name",
    "payment_terms": "Financial/Terms/Code",
    "payment_terms_name": "Financial/Terms/Description",
    "bank_code": "Financial/Bank/Code",
    "bank_name": "Financial/Bank/Name",
    "bank_branch": "Financial/Bank/Branch",
    "bank_reference": "Financial/Bank/Reference",
    "border_office": "Transport/Border_office/Code",
    "border_office_name": "Transport/Border_office/Name",
    "goods_location": "Transport/Location_of_goods",
    "payment_account": "Financial/Deffered_payment_reference",
    "warehouse": "Warehouse/Identification",
    "warehouse_days": "Warehouse/Delay",
    "assessment_serial": f"{_IDENTIFICATION}/Assessment/Serial_number",
    "assessment_number": f"{_IDENTIFICATION}/Assessment/Number",
    "assessment_day": f"{_IDENTIFICATION}/Assessment/Date",
    "receipt_serial": f"{_IDENTIFICATION}/receipt/Serial_number",
    "receipt_number": f"{_IDENTIFICATION}/receipt/Number",
    "receipt_day": f"{_IDENTIFICATION}/receipt/Date",
    "principal_code": "Transit/Principal/Code",
    "principal_name": "Transit/Principal/Name",
    "principal_representative": "Transit/Principal/Representative",
    "principal_place": "Transit/Signature/Place",
    "principal_day": "Transit/Signature/Date",
    "guarantee_name": "Financial/Guarantee/Name",
    "guarantee_day": "Financial/Guarantee/Date",
    "guarantee_excluded_name": "Financial/Guarantee/Excluded_country/Name",
    "guarantee_excluded": "Financial/Guarantee/Excluded_country/Code",
    "transit_destination_office": "Transit/Destination/Office",
    "transit_destination_country": "Transit/Destination/Country",
    "control_result": "Transit/Result_of_control",
    "seals_number": "Transit/Seals/Number",
    "seals_identity": "Transit/Seals/Identity",
    "time_limit": "Transit/Time_limit",
    "control_officer": "Transit/Officer_name",
    "declaration_place": "Property/Place_of_declaration",
    "declaration_day": "Property/Date_of_declaration",
    "representative": "Declarant/Declarant_representative",
    "apportionment": "Valuation/Calculation_working_mode",
    "total_gross_mass": "Valuation/Weight/Gross_weight",
    "external_freight": "Valuation/Gs_external_freight/Amount_foreign_currency",
    "external_freight_currency": "Valuation/Gs_external_freight/Currency_code",
    "external_freight_rate": "Valuation/Gs_external_freight/Currency_rate",
    "internal_freight": "Valuation/Gs_internal_freight/Amount_foreign_currency",
    "internal_freight_currency": "Valuation/Gs_internal_freight/Currency_code",
    "internal_freight_rate": "Valuation/Gs_internal_freight/Currency_rate",
    "insurance": "Valuation/Gs_insurance/Amount_foreign_currency",
    "insurance_currency": "Valuation/Gs_insurance/Currency_code",
    "insurance_rate": "Valuation/Gs_insurance/Currency_rate",
    "other_costs": "Valuation/Gs_other_cost/Amount_foreign_currency",
    "other_costs_currency": "Valuation/Gs_other_cost/Currency_code",
    "other_costs_rate": "Valuation/Gs_other_cost/Currency_rate",
    "deductions": "Valuation/Gs_deduction/Amount_foreign_currency",
    "deductions_currency": "Valuation/Gs_deduction/Currency_code",
    "deductions_rate": "Valuation/Gs_deduction/Currency_rate",
    "comments": "General_information/Comments_free_text",
    "additional_information": "General_information/Additional_information",
}

ITEM: Mapping[str, str] = {
    "marks_1": "Packages/Marks1_of_packages",
    "marks_2": "Packages/Marks2_of_packages",
    "package_count": "Packages/Number_of_packages",
    "package_kind": "Packages/Kind_of_packages_code",
    "package_kind_name": "Packages/Kind_of_packages_name",
    "tariff_description": "Goods_description/Description_of_goods",
    "commercial_description": "Goods_description/Commercial_Description",
    "commodity_code": "Tarification/HScode/Commodity_code",
    "commodity_precision": "Tarification/HScode/Precision_1",
    "commodity_additional_1": "Tarification/HScode/Precision_2",
    "commodity_additional_2": "Tarification/HScode/Precision_3",
    "commodity_national": "Tarification/HScode/Precision_4",
    "origin_country": "Goods_description/Country_of_origin_code",
    "origin_region": "Goods_description/Country_of_origin_region",
    "gross_mass": "Valuation_item/Weight_itm/Gross_weight_itm",
    "preference": "Tarification/Preference_code",
    "procedure": "Tarification/Extended_customs_procedure",
    "extended_code": "Tarification/National_customs_procedure",
    "net_mass": "Valuation_item/Weight_itm/Net_weight_itm",
    "quota": "Tarification/Quota_code",
    "summary_declaration": "Previous_doc/Summary_declaration",
    "summary_declaration_line": "Previous_doc/Summary_declaration_sl",
    "previous_document": "Previous_doc/Previous_document_reference",
    "previous_warehouse": "Previous_doc/Previous_warehouse_code",
    "unit_1": "Tarification/Supplementary_unit[1]/Suppplementary_unit_code",
    "unit_1_name": "Tarification/Supplementary_unit[1]/Suppplementary_unit_name",
    "unit_1_quantity": "Tarification/Supplementary_unit[1]/Suppplementary_unit_quantity",
    "unit_2": "Tarification/Supplementary_unit[2]/Suppplementary_unit_code",
    "unit_2_name": "Tarification/Supplementary_unit[2]/Suppplementary_unit_name",
    "unit_2_quantity": "Tarification/Supplementary_unit[2]/Suppplementary_unit_quantity",
    "unit_3": "Tarification/Supplementary_unit[3]/Suppplementary_unit_code",
    "unit_3_name": "Tarification/Supplementary_unit[3]/Suppplementary_unit_name",
    "unit_3_quantity": "Tarification/Supplementary_unit[3]/Suppplementary_unit_quantity",
    "invoice_amount": "Tarification/Item_price",
    "valuation_method": "Tarification/Valuation_method_code",
    "licence_number": "Licence_number",
    "licence_value": "Amount_deducted_from_licence",
    "licence_quantity": "Quantity_deducted_from_licence",
    "free_text_1": "Free_text_1",
    "free_text_2": "Free_text_2",
    "additional_information": "Tarification/A.I._code",
    "adjustment": "Valuation_item/Rate_of_adjustement",
    "delivery_terms": "IncoTerms/Code",
    "delivery_place": "IncoTerms/Place",
    "external_freight": "Valuation_item/item_external_freight/Amount_foreign_currency",
    "internal_freight": "Valuation_item/item_internal_freight/Amount_foreign_currency",
    "insurance": "Valuation_item/item_insurance/Amount_foreign_currency",
    "other_costs": "Valuation_item/item_other_cost/Amount_foreign_currency",
    "deductions": "Valuation_item/item_deduction/Amount_foreign_currency",
}

CODE_LENGTH = 8
"""Digits of a commodity code in its own element; those of the nation stand in the precision."""

ITEM_COSTS = frozenset(COSTS)
"""Item fields that are entered only where nothing is apportioned; else their path is a figure."""
NO_APPORTIONMENT = "2"

CONTAINER: Mapping[str, str] = {
    "identity": "Container_identity",
    "container_type": "Container_type",
    "fullness": "Empty_full_indicator",
    "gross_mass": "Gross_weight",
    "goods": "Goods_description",
    "package_kind": "Packages_type",
    "package_count": "Packages_number",
    "package_mass": "Packages_weight",
}
CONTAINER_ITEM = "Item_Number"

DOCUMENT: Mapping[str, str] = {
    "document_code": "Attached_document_code",
    "name": "Attached_document_name",
    "reference": "Attached_document_reference",
    "issued": "Attached_document_date",
    "valid_until": "Attached_document_validity",
    "from_rule": "Attached_document_from_rule",
}

PREVIOUS: Mapping[str, str] = {
    "office": "Prev_decl_office_code",
    "year": "Prev_decl_reg_year",
    "serial": "Prev_decl_reg_serial",
    "number": "Prev_decl_reg_number",
    "item_number": "Prev_decl_item_number",
    "commodity_code": "Prev_decl_HS_code",
    "precision": "Prev_decl_HS_prec",
    "origin_country": "Prev_decl_country_origin",
    "package_count": "Prev_decl_number_packages",
    "net_mass": "Prev_decl_weight",
    "supplementary_quantity": "Prev_decl_supp_quantity",
    "reference_value": "Prev_decl_ref_value",
    "packages_written_off": "Prev_decl_number_packages_written_off",
    "mass_written_off": "Prev_decl_weight_written_off",
    "quantity_written_off": "Prev_decl_supp_quantity_written_off",
    "value_written_off": "Prev_decl_ref_value_written_off",
}
PREVIOUS_ITEM = "Prev_decl_current_item"

HEADER_FIGURES: Mapping[str, str] = {
    "form_number": "Property/Forms/Number_of_the_form",
    "form_total": "Property/Forms/Total_number_of_forms",
    "item_count": "Property/Nbers/Total_number_of_items",
    "package_count": "Property/Nbers/Total_number_of_packages",
    "value_details": "General_information/Value_details",
    "origin_name": f"{_COUNTRY}/Country_of_origin_name",
    "payment_mode": "Financial/Mode_of_payment",
    "guarantee": "Financial/Guarantee/Amount",
    "fees": "Financial/Amounts/Global_taxes",
    "total_taxes": "Financial/Amounts/Totals_taxes",
    "total_costs": "Valuation/Total_cost",
    "cif": "Valuation/Total_CIF",
    "total_invoice": "Valuation/Total/Total_invoice",
    "total_mass": "Valuation/Total/Total_weight",
}

ITEM_FIGURES: Mapping[str, str] = {
    "item_price": "Tarification/Item_price",
    "statistical_value": "Valuation_item/Statistical_value",
    "taxes_total": "Taxation/Item_taxes_amount",
    "taxes_mode": "Taxation/Item_taxes_mode_of_payment",
    "alpha": "Valuation_item/Alpha_coeficient_of_apportionment",
    "total_costs": "Valuation_item/Total_cost_itm",
    "cif": "Valuation_item/Total_CIF_itm",
}

HEADER_COSTS: Mapping[str, str] = {
    "invoice": "Valuation/Gs_Invoice",
    "external_freight": "Valuation/Gs_external_freight",
    "internal_freight": "Valuation/Gs_internal_freight",
    "insurance": "Valuation/Gs_insurance",
    "other_costs": "Valuation/Gs_other_cost",
    "deductions": "Valuation/Gs_deduction",
}

ITEM_COST_FIGURES: Mapping[str, str] = {
    "invoice": "Valuation_item/Item_Invoice",
    "external_freight": "Valuation_item/item_external_freight",
    "internal_freight": "Valuation_item/item_internal_freight",
    "insurance": "Valuation_item/item_insurance",
    "other_costs": "Valuation_item/item_other_cost",
    "deductions": "Valuation_item/item_deduction",
}

COST_FIGURE: Mapping[str, str] = {
    "foreign": "Amount_foreign_currency",
    "currency": "Currency_code",
    "rate": "Currency_rate",
    "national": "Amount_national_currency",
}

TAX_FIGURE: Mapping[str, str] = {
    "tax_code": "Duty_tax_code",
    "base": "Duty_tax_Base",
    "rate": "Duty_tax_rate",
    "amount": "Duty_tax_amount",
    "mode_of_payment": "Duty_tax_MP",
}

FLOW = "Property/Sad_flow"
COST_FORMULA = "Tarification/Value_item"
DOCUMENT_CODES = "Tarification/Attached_doc_item"

ALIASES: Mapping[str, str] = {
    "Gs_External_freight": "Gs_external_freight",
    "item_External_freight": "item_external_freight",
    "Free_Text_1": "Free_text_1",
    "Free_Text_2": "Free_text_2",
    "Comments_free_Text": "Comments_free_text",
    "AI_code": "A.I._code",
}
"""Spellings of 2012 and of other tools, and the name they stand for."""

MIRRORS: Mapping[str, tuple[str, ...]] = {
    "Valuation/Gs_Invoice/Amount_foreign_currency": ("Valuation/Total/Total_invoice",),
    "Tarification/Quota_code": ("Tarification/Quota/QuotaCode",),
    "Tarification/Item_price": (
        "Valuation_item/Item_Invoice/Amount_foreign_currency",
        "Tarification/uom_price",
    ),
}
"""Elements that say the same once more: read where the first is blank, kept in step with it."""

NOT_CARRIED: Mapping[str, str] = {
    "Declaration.manifest_day": "the format has the manifest's reference only",
    "Declaration.acid": "the format has no place for an ACID",
    "Declaration.departure_office": "the format has no box C",
    "Declaration.transit_office_1": "the format has no box 51",
    "Declaration.transit_office_2": "the format has no box 51",
    "Declaration.transit_office_3": "the format has no box 51",
    "Declaration.transit_office_4": "the format has no box 51",
    "Declaration.transit_office_5": "the format has no box 51",
    "Declaration.transit_office_6": "the format has no box 51",
    "Declaration.transhipments": "the format has no box 55",
    "Declaration.incidents": "the format has no box 56",
    "Document.digital_document": "the format has no place for files",
    "Item.container_1": "the container rows say which container holds the item",
    "Item.container_2": "the container rows say which container holds the item",
    "Item.container_3": "the container rows say which container holds the item",
    "Item.container_4": "the container rows say which container holds the item",
    "Item.specification": "a national code the format has no element for",
    "Item.retail_price": "the format has the invoice value only",
    "Item.sugar_content": "the format has masses and supplementary quantities only",
    "ManualTax": "written among the tax lines of the figures",
    "ItemFigures.item_number": "the place of the item says it",
}
