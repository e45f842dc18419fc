"""What the end of a line parts in a PDF: compounds at their hyphen, words at one that the typesetter put in, numbers and addresses in narrow cells."""

from __future__ import annotations

from collections.abc import Collection

from careerlint.expression import Expression

_COMPOUND = frozenset(
    ["open", "high", "low", "cross", "well", "self", "non", "multi", "real", "full", "long", "short", "end", "co", "pre", "post", "re", "sub", "semi", "on", "off", "in", "two", "three", "four", "front", "back", "data", "state", "fine", "large", "small", "cost", "time", "third", "problem", "user", "event", "cloud", "test", "object", "hands", "decision", "client", "server", "top", "bottom", "cutting", "custom", "key", "read", "write", "go", "near", "mid", "peer", "follow", "first", "second", "rule", "team", "one", "single", "double", "e", "ad", "per", "world", "day", "month", "year", "week", "hour", "part", "step", "line", "side", "code", "type", "rate"]
)
"""What stands before the hyphen of a compound."""
_BEHIND = frozenset(["oriented", "based", "driven", "focused", "specific", "friendly", "level", "related", "intensive", "minded", "motivated", "solving", "making", "winning", "leading", "trained", "facing", "aware", "scale", "quality", "agnostic"])
"""What stands behind the hyphen of a compound whatever long word stands before it."""
_BEFORE = frozenset(["counter", "hyper", "inter", "over", "super", "trans", "ultra", "under", "down", "head", "match", "dress"])
"""Before some of these it makes one word: interrelated, downscale."""
_OPENING = frozenset(["anti", "else", "ever", "every", "fore", "here", "into", "over", "some", "there", "under", "what", "when", "where", "with"])
"""Words that open others: with-in, some-time."""
_SHORTEST = 4
_POINT = r"(?:19|20)\d\d[./-](?:0?[1-9]|1[0-2])(?:[./-](?:0?[1-9]|[12]\d|3[01]))?"
_DATE = Expression(rf"{_POINT}(?:-{_POINT})?\.?")
_TELEPHONE = Expression(r"0\d{1,2}-\d{3,4}-\d{4}")
_GROUPED = Expression(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ENDS_IN_NUMBER = Expression(r"(?:^|[^\d.,/-])((?:\d[\d.,/-]*)?\d)$")
_BEGINS_WITH_NUMBER = Expression(r"\d(?:[\d.,/-]*\d)?(?![\d])")
_ADDRESS = Expression(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")


def hyphen_of(stem: str, rest: str, words: Collection[str], hyphenates: bool) -> bool:
    """Whether the hyphen between two parts in small letters belongs to the word.

    `words` are those of the document in small letters; `hyphenates` says that its program parts words at line ends: browsers and Word
    break a line behind a hyphen that was written, and put in none.
    """
    stem, rest = stem.lower(), rest.lower()
    if stem + rest in words:
        return False
    last = stem.rpartition("-")[2]
    if not hyphenates or "-" in stem or last in _COMPOUND or f"{stem}-{rest}" in words:
        return True
    long = len(last) >= _SHORTEST
    if long and rest in _BEHIND and last not in _BEFORE:
        return True
    return long and len(rest) >= _SHORTEST and last not in _OPENING and last in words and rest in words


def is_parted(first: str, second: str) -> bool:
    """Whether a line that one word fills goes on in the next one: a date, a telephone number, an amount or an address."""
    if len(first.split()) != 1 or not second:
        return False
    following = second.split()[0]
    return _is_parted_number(first, following) or _is_parted_address(first, following)


def _is_parted_number(last: str, following: str) -> bool:
    ends, begins = _ENDS_IN_NUMBER.search(last), _BEGINS_WITH_NUMBER.match(following)
    if not ends or not begins or _is_number(begins[0]):
        return False
    return _is_number(ends[1] + begins[0])


def _is_number(text: str) -> bool:
    return any(shape.fullmatch(text) for shape in (_DATE, _TELEPHONE, _GROUPED))


def _is_parted_address(last: str, following: str) -> bool:
    name, at, domain = last.rpartition("@")
    open_end = (following[0] == "@" and not at) or (bool(at and name) and ("." not in domain or domain.endswith(".")))
    return open_end and _ADDRESS.fullmatch(last + following.rstrip(",;)")) is not None
