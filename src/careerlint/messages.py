"""Messages: fills the texts of a rule with the writer's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from careerlint.expression import Expression
from careerlint.model.evidence import BETWEEN, Hit
from careerlint.model.finding import Finding
from careerlint.model.private import Masking
from careerlint.model.rule import Rule
from careerlint.privacy import mask_numbers
from careerlint.rules.judging import level_of

_BLANK = Expression(r"\{(\w+)\}")


def finding_of(rule: Rule, hit: Hit, language: str, masking: Masking) -> Finding:
    """The finding of one hit in one language, still without its fingerprint; private values are masked in its texts."""
    def value(name: str) -> str | None:
        words = hit.values.get(f"{name}.{language}", hit.values.get(name))
        return None if words is None else BETWEEN.join(map(quoted, words.split(BETWEEN)))

    def quoted(words: str) -> str:
        """Words of the document are masked as they are where they stand; others lose every number that could be private."""
        for span in (hit.span, *hit.related):
            if _one_line(words) == _one_line(masking.text[span.start : span.end]):
                return masking.words(span)
        return mask_numbers(masking.mask(words))

    def filled(match: re.Match[str]) -> str:
        if match[1] == "variant" and hit.variant in rule.variants:
            return text(rule.variants[hit.variant])
        words = value(match[1])
        return match[0] if words is None else _one_line(words)

    def text(texts: Mapping[str, str]) -> str:
        return _BLANK.sub(filled, texts[language])

    return Finding(
        code=rule.code,
        name=rule.name,
        level=level_of(rule, hit),
        scope=rule.scope,
        span=hit.span,
        message=text(rule.message),
        why=text(rule.why),
        rewrite=text(rule.rewrite),
        question=text(rule.question),
        talk=rule.talk,
        fingerprint="",
        statement=hit.statement,
        entry=hit.entry,
        related=hit.related,
        gap=rule.gap.get(language, ""),
        fix=hit.fix,
        about=hit.about,
        source=hit.source,
        quoted=mask_numbers(masking.mask(hit.quoted)),
        denies=rule.denies,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
