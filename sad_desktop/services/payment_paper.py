"""Payment requests and receipts as PDF files."""

from typing import Literal

from sad_desktop.brokerage.payments import PaymentRequest
from sad_desktop.printing.edition import Edition
from sad_desktop.tariff.profile import Profile

Paper = Literal["request", "receipt"]


def payment_pdf(request: PaymentRequest, paper: Paper, edition: Edition, profile: Profile) -> bytes:
    """Return a request or its receipt as a PDF file; the same request gives the same bytes.

    Raises ResourceMissing when a shipped file is gone.
    """
    # Imported here: reportlab and HarfBuzz take long, and few who open the room print at once.
    from sad_desktop.printing.layout_payment import receipt_pages, request_pages
    from sad_desktop.printing.pdf import render

    lay_out = receipt_pages if paper == "receipt" else request_pages
    receipt = request.receipt
    name = receipt.number if paper == "receipt" and receipt is not None else request.number
    language = "en" if edition is Edition.ENGLISH else "ar"
    return render(lay_out(request, edition, profile), title=name, language=language)
