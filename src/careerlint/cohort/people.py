"""People: whose document a file is, by the folder it stands in or by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from careerlint.cohort.naming import person_name
from careerlint.expression import Expression

BY_NAME = "name"
"""Stands for the usual pattern: what comes before the first underscore, or before the word for the kind of document."""
_KINDS = r"(?:이력서|자기\s?소개서|자소서|경력\s?기술서|포트폴리오|지원서|r[eé]sum[eé]|cv|cover[-\s]?letter|portfolio)"
_USUAL = Expression(rf"^\s*(?P<person>[^_]+?)\s*(?:_|[-\s(]+{_KINDS}|$)", re.IGNORECASE)
_NOBODY = Expression(rf"(?:{_KINDS}|readme)[\W\d]*", re.IGNORECASE)
"""A name that says only what the document is: the same one in many folders would make one person of them all."""


class PersonPatternError(Exception):
    """Why a pattern cannot tell persons, in words for the user."""


@dataclass(frozen=True, slots=True)
class People:
    """Tells whose a file is. `pattern` is searched in the name; without one, or where it is not found, the folder decides."""

    pattern: Expression | None = None

    def named(self, name: str) -> str:
        """Whom the name of a file tells; empty where there is no pattern, or it is not found."""
        stem = PurePath(name).stem if self.pattern is _USUAL else PurePath(name).name
        found = self.pattern.search(person_name(stem) if self.pattern is _USUAL else stem) if self.pattern else None
        if found is None:
            return ""
        value = found.groupdict().get("person") or (found[1] if found.re.groups else found[0])
        if self.pattern is _USUAL and _NOBODY.fullmatch(value.strip()):
            return ""
        return person_name(value) if value and value.strip() else ""

    def of(self, folders: tuple[str, ...], name: str) -> str:
        """The person of a file: by its name, else by the first of the folders that it stands in, else by its name without ending."""
        return self.named(name) or person_name(folders[0] if folders else PurePath(name).stem)


def people_from(pattern: str | None) -> People:
    """People by a pattern of the user; raises PersonPatternError."""
    if pattern is None:
        return People()
    if pattern == BY_NAME:
        return People(_USUAL)
    expression = Expression(pattern, kept=False)
    try:
        expression.compiled()
    except re.error as error:
        raise PersonPatternError(f"--person-from takes a regular expression or '{BY_NAME}', and '{pattern}' is neither: {error}") from None
    return People(expression)
