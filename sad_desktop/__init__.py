"""SAD Desktop: the customs declaration desk."""

__version__ = "0.1.0"
