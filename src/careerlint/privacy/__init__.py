"""Private values: numbers of identity, contacts and protected attributes, wherever they stand in a document."""

from careerlint.privacy.finding import find_private_values, mask_numbers

__all__ = ["find_private_values", "mask_numbers"]
