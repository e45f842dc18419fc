"""Whose word a statement is and whether it is told as done: the room that decides precision."""

from careerlint.claims.claiming import claim_statements

__all__ = ["claim_statements"]
