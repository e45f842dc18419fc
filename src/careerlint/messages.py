"""Messages: fills the texts of a rule with the writer's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from careerlint.expression import Expression
from careerlint.model.evidence import BETWEEN, Hit
from careerlint.model.finding import Finding
from careerlint.model.private import Masking
from careerlint.model.rule import Rule, Wording
from careerlint.model.span import Span
from careerlint.privacy import mask_numbers
from careerlint.rules.judging import level_of

_BLANK = Expression(r"\{(\w+)\}")
_STOP = Expression(r"(?<=[^.\s])\.$")
"""The full stop of a sentence ends no quotation inside of ours."""
_ENDS = ("\n", ". ", "? ", "! ")


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
        if words is None:
            return match[0]
        # The title of an entry may be a firm's, "Tern Inc."
        return _one_line(words) if rule.scope == "entry" else _STOP.sub("", _one_line(words))

    def text(texts: Mapping[str, str]) -> str:
        return _BLANK.sub(filled, texts[language])

    worded = _wordings(rule, hit, masking.text)

    def chosen(key: str, own: Mapping[str, str]) -> str:
        texts = [wording.texts[key] for wording in worded if key in wording.texts] or [own]
        return " ".join(map(text, texts if key == "rewrite" else texts[:1]))

    return Finding(
        code=rule.code,
        name=rule.name,
        level=level_of(rule, hit),
        scope=rule.scope,
        span=hit.span,
        message=chosen("message", rule.message),
        why=chosen("why", rule.why),
        rewrite=chosen("rewrite", rule.rewrite),
        question=chosen("question", rule.question),
        talk=rule.talk,
        fingerprint="",
        statement=hit.statement,
        entry=hit.entry,
        related=hit.related,
        gap=rule.gap.get(language, ""),
        gap_told=next((text(wording.texts["gap"]) for wording in worded if "gap" in wording.texts), ""),
        fix=hit.fix,
        about=hit.about,
        source=hit.source,
        quoted=mask_numbers(masking.mask(hit.quoted)),
    )


def _wordings(rule: Rule, hit: Hit, text: str) -> tuple[Wording, ...]:
    """The texts for this sort of finding: of the level that a change gave it, of all sorts that its check names, or of the first that knows its words, or else its sentence.

    The words of a finding often leave out what they speak of ("did not touch it"), which the sentence names.
    """
    sorts = set(hit.variant.split())
    named = tuple(wording for wording in rule.wordings if not sorts.isdisjoint(wording.variants) or (wording.level is not None and wording.level == hit.level))
    if named or not rule.wordings:
        return named
    for told in (text[hit.span.start : hit.span.end], _sentence(text, hit.span)):
        words = _one_line(told).lower()
        known = tuple(wording for wording in rule.wordings if any(word in words for word in wording.words))
        if known:
            return known[:1]
    return ()


def _sentence(text: str, span: Span) -> str:
    """The words from the end of the sentence or line before the finding to the end of its own."""
    start = max((found + len(end) for end in _ENDS if (found := text.rfind(end, 0, span.start)) >= 0), default=0)
    stop = min((found for end in _ENDS if (found := text.find(end, span.end)) >= 0), default=len(text))
    return text[start:stop]


def _one_line(text: str) -> str:
    return " ".join(text.split())
