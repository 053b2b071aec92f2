"""The tables of digital documents: what each file is, and on a server its content."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from sad_desktop.database.columns import Moment
from sad_desktop.database.schema import metadata

DIGEST_LENGTH = 64

digital_documents = Table(
    "digital_documents",
    metadata,
    Column("digest", String(DIGEST_LENGTH), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("attached_at", Moment, nullable=False),
    Column("attached_by", Text, nullable=False),
)
"""The files that were attached, by the SHA-256 of their content; moments of the last time."""

digital_document_parts = Table(
    "digital_document_parts",
    metadata,
    Column(
        "digest",
        String(DIGEST_LENGTH),
        ForeignKey("digital_documents.digest", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
"""The content in parts, on a server; beside a SQLite database it stands in files."""
