"""How the lines of a PDF were broken: whether a line goes on in the next one, and what stood between the two words."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from careerlint.dates import has_date_range, is_period
from careerlint.expression import Expression
from careerlint.readers.korean_spacing import WHOLE, stood_apart
from careerlint.readers.pdf_layout import SPACE, TAB, Line, is_hangul
from careerlint.readers.pdf_parted import hyphen_of, is_parted

_PARTICLE = Expression(
    r"(?:을|를|은|는|이|가|의|에|에서|에게|에는|에도|에서는|으로|로|으로써|로써|으로는|와|과|와의|과의|도|만|까지|부터|보다|처럼|이나|나|이며|"
    r"다|이다|한|할|하는|하고|하여|해|하며|하기|하게|함|됨|임|했다|하였다|한다|된다|되었다|됐다|되는|되고|되어|합니다|했습니다|하였습니다|됩니다|되었습니다|"
    r"입니다|습니다|니다|었다|았다|였다|였습니다|었습니다|았습니다|고|며|여|들|들을|들이|들의|들은|적|적인|적으로|성|성을|화|화를|시켜|시키는|시킨|요|죠)[.,!?)\]]*"
)
"""What is no word of its own behind a Latin one."""
_JOINED = Expression(
    r"(?:을|를|은|는|가|의|에서|에게|에는|에도|에서는|으로|으로써|로써|으로는|와|과|와의|과의|까지|부터|처럼|이나|이며|이다|입니다|습니다|니다|였다|였습니다|들을|들이|들의|들은|적인|적으로|성을|화를)[.,!?)\]]*"
    r"|(?:하(?:였|여|고|는|며|기|지|면|던|도록|려|다|므로|자)|했|해(?=[가-힣]{0,2}[\s.,]|[가-힣]{0,2}$)|한(?:다|\b)|할\b|함\b|합니|되(?:었|어|고|는|며|지|면|던|도록|다)|된(?:다)?\b|됐|됩니|될\b|됨\b|돼|시(?:켜|켰|키|킨|킬|킴)).*"
)
"""What is no word of its own behind a Korean noun: particles, and the endings that make a verb of it."""
_VERB_BEFORE = Expression(r".*(?:을|를|이|가|은|는|도|만|게|지|고|려|야|록|서|기|히|에|로)")
"""Behind these 하다 and 되다 are verbs of their own: "학습을 하게", "가능하게 되었다"."""
_BROKEN_OFF = Expression(r".*[합입됩습갑봅줍납립킵칩십]니")
"""The end of a line that is no end of a word, but the beginning of -습니다."""
_ENDING = Expression(r"(?:니다|니까|습니다|습니까|다(?=[.!?])|[었았였겠]\S*|으로써|로써)[.,!?)\]]*")
"""The beginning of a line that is no word: the rest of the last word of the line before."""
_SYLLABLES, _FINALS, _DOUBLE_S = 0xAC00, 28, 20
_LONE_PARTICLE = Expression(r"(?:을|를|은|는|의|에|에서|에게|으로|로|와|과|까지|부터|라는|이라는|이라고|라고)")
_DATE_START = Expression(r"\(?(?:(?:19|20)\d\d\b|\d{1,2}[./](?:19|20)\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? (?:19|20)\d\d)")
_NO_WIDTH = 0.5
_HALF_PERIOD = Expression(r"(?:19|20)\d\d(?:\s?[./년-]\s?\d{1,2}\s?[.월]?)?\s?(?:[-–—~～]|\bto)$")
"""The end of a line that holds when something began, and not when it ended."""
_FILLED = 0.85
"""The share of its room that a bold line takes where it begins a paragraph and heads nothing."""
_ENDS = (".", "!", "?", "。", ":", ";")


_PERIOD = Expression(r"(?:19|20)\d\d[.]\d{1,2}\.?[~∼–-]\d")
_BRACKETED = Expression(r"【[^【】]{1,24}】\s*")
"""A line that heads what follows, and goes on with nothing."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What the whole document tells about its line ends.

    `pitches` maps a page (0: all of them) and a font size to the usual distance of two baselines. `spaces` says that a space at which a line was
    broken is still written at its end, `whole` that lines mostly break between words; `words` are words seen
    inside lines. `fitting` says that such a space is written where it found room and only there, as LibreOffice does.
    `latin` are the words without Korean letters in small ones, `hyphenates` says that the program parts them at line ends.
    """

    pitches: dict[tuple[int, int], float]
    spaces: bool
    whole: bool
    words: frozenset[str]
    fitting: bool = False
    latin: frozenset[str] = frozenset()
    hyphenates: bool = True


def wrapping_of(lines: Sequence[Line], fitting: bool = False, hyphenates: bool = True) -> Wrapping:
    """Read the habits of a document off all its lines, given in reading order; `fitting` is known from its producer, and believed where the spaces inside lines have their width."""
    pitches: dict[tuple[int, int], Counter[float]] = {}
    full = trailing = tight = justified = inside = 0
    words: set[str] = set()
    for line in lines:
        words.update(_bare(word) for word in line.text.split()[1:-1])
    for first, second in itertools.pairwise(lines):
        if first.region != second.region or first.table >= 0 or second.table >= 0 or abs(first.size - second.size) > 0.5:
            continue
        pitch = first.baseline - second.baseline
        if 0.8 * first.size < pitch < 2.6 * first.size and first.right - first.left > 0.6 * (first.edge - first.start):
            for page in (0, first.page):
                pitches.setdefault((page, round(first.size)), Counter())[round(pitch * 2) / 2] += 1
        if is_full(first, second) and is_hangul(first.glyphs[-1][0][-1]) and is_hangul(second.glyphs[0][0][0]):
            full += 1
            trailing += first.trailing
            rest = first.edge - first.right
            tight += rest < 1.05 * first.size
            justified += rest < 0.6
            inside += not first.trailing and has_room(first)
    usual = {key: counter.most_common(1)[0][0] for key, counter in pitches.items() if key[0] == 0 or counter.total() >= 4}
    spaces = full >= 3 and trailing >= 0.2 * full
    # Where any two syllables may be parted, hardly any line leaves room for another one; a justified line tells nothing.
    whole = full >= 4 and tight < 0.8 * full
    fitting = fitting and _writes_spaces(lines)
    if fitting:
        spaces, whole = False, inside == 0
    return Wrapping(usual, spaces, whole, frozenset(words), fitting, _latin_words(lines), hyphenates)


def _latin_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words without Korean letters that no line end parts."""
    found: set[str] = set()
    parted = False
    for line in lines:
        words = line.text.split()
        last = bool(words) and words[-1].endswith(("-", "\u2010"))
        found.update(_bare(word).lower() for word in words[1 if parted else 0 : -1 if last else len(words)] if word.isascii())
        parted = last
    return frozenset(found)


def _writes_spaces(lines: Sequence[Line]) -> bool:
    """Whether most spaces between Korean letters are letters of their own. Where a font lacks Korean, its letters are taken from another one, the spaces
    are written apart from them and in no width, and the last one of a line is not seen."""
    wide = others = 0
    for line in lines:
        for before, space, behind in zip(line.glyphs, line.glyphs[1:], line.glyphs[2:], strict=False):
            if space[0] == SPACE and is_hangul(before[0][-1]) and is_hangul(behind[0][0]):
                is_wide = space[1] is not None and space[1][2] - space[1][0] > _NO_WIDTH
                wide, others = wide + is_wide, others + (not is_wide)
    return wide >= others


def _bare(word: str) -> str:
    return word.strip(".,:;!?()[]{}<>\"'“”‘’·•")


def pitch_limit(page: int, size: float, wrapping: Wrapping) -> float:
    """The largest distance of two baselines inside one paragraph of a page, in points."""
    rounded = round(size)
    usual = wrapping.pitches.get((page, rounded)) or wrapping.pitches.get((0, rounded), 1.45 * size)
    return min(max(1.22 * usual + 0.3, 1.25 * size), 2.6 * size)


def is_full(line: Line, following: Line) -> bool:
    """Whether the first word of the next line would not have found room on this one."""
    return line.edge - line.right < _first_width(following) + 0.25 * line.size


def has_room(line: Line) -> bool:
    """Whether a space would have fitted behind the last letter of a line; its width is that of the line's own spaces."""
    widths = [box[2] - box[0] for text, box, _ in line.glyphs if text == SPACE and box is not None]
    return line.edge - line.right > (min(widths) if widths else 0.35 * line.size) + 0.02 * line.size


def _hangs(first: Line, left: float, text_left: float, first_left: float, ends: bool) -> bool:
    """Whether a line stands under the text of a long bullet that has not ended a sentence."""
    wide = first.right - first_left > 0.7 * (first.edge - first_left)
    return wide and not ends and TAB not in first.text and text_left - first_left > 0.6 * first.size and abs(left - text_left) < 0.4 * first.size


def _is_full_bullet(line: Line, following: Line) -> bool:
    """The same for the narrower room of bullets, where the line does not end a sentence."""
    if line.text.endswith(_ENDS) or TAB in line.text or line.text_edge - line.start < 20 * line.size:
        return False
    return line.text_edge - line.right < _first_width(following) + 0.25 * line.size


def _first_width(line: Line) -> float:
    """The width of the first word of a line, in points; text that is turned has its width in the height of its boxes."""
    first = line.glyphs[0][1]
    if first is None:
        return 0.0
    turned = first[3] - first[1] > 0 and line.chunks and abs(line.chunks[0].left - first[0]) > 0.01
    width = 0.0
    for text, box, _ in line.glyphs[:40]:
        if text in (SPACE, TAB):
            break
        if box is not None:
            width += box[3] - box[1] if turned else box[2] - box[0]
    return width


def continues(first: Line, second: Line, text_left: float, first_left: float, item: bool, count: int, wrapping: Wrapping) -> bool:
    """Whether `second` goes on with the block whose last line is `first`.

    `text_left` is where the block's text starts (behind a bullet), `first_left` where its first line does; `count` is
    the number of lines it has so far.
    """
    size = max(first.size, second.size)
    if first.table >= 0 or second.table >= 0 or abs(first.size - second.size) > 0.1 * size or _BRACKETED.fullmatch(second.text):
        return False
    tight = True
    full = is_full(first, second)
    ends = first.text.endswith(_ENDS)
    if first.region == second.region:
        pitch = first.baseline - second.baseline
        if pitch > pitch_limit(first.page, size, wrapping):
            return False
        tight = pitch <= 1.7 * size
    elif ends or not full or second.text[0].isupper() or (_DATE_START.match(second.text) and has_date_range(second.text)):
        return False
    return _fits(first, second, text_left, first_left, item, count, full, ends, tight)


def _fits(first: Line, second: Line, text_left: float, first_left: float, item: bool, count: int, full: bool, ends: bool, tight: bool) -> bool:
    """The part of `continues` that looks at indentation, weight and room."""
    size = max(first.size, second.size)
    moved = 0.0 if first.region == second.region else first.start - second.start
    left = second.left + moved
    behind_tab = any(abs(left - chunk.left) < 0.6 * size for chunk in first.chunks[1:])
    if TAB in second.text and not (item and full) and not (count == 1 and full and _ends_title(first, second)):
        return False
    if TAB in first.text and not (behind_tab and full):
        return False
    opened = first.text.endswith(",") or _HALF_PERIOD.search(first.text) is not None or first.text.count("(") > first.text.count(")")
    # The years in brackets that found no room belong to the title above.
    if count == 1 and not item and _DATE_START.match(second.text) and not opened and not (full and second.text[0] == "("):
        return False
    filled = full and (count > 1 or first.right - first.start > _FILLED * (first.edge - first.start))
    if (bold_share(first) > 0.9 and bold_share(second) < 0.5 and not filled) or (tint_of(first) != tint_of(second) and not (full and count > 1)):
        return False
    if bold_share(first) < 0.1 and bold_share(second) > 0.9 and (ends or not full):
        return False
    aligned = abs(left - text_left) < 0.7 * size or (count > 1 and abs(left - first.left) < 0.7 * size)
    if item and count == 1 and not aligned:
        aligned = first_left - 0.5 * size < left < text_left + 2.5 * size
    if not aligned and count == 1 and not item:
        aligned = behind_tab or (full and 0.5 * size < first.left - left < 4 * size)
    if not aligned:
        middle = abs((first.left + first.right) / 2 - (left + second.right) / 2) < 0.5 * size
        room = (first.edge - first.start) - (first.right - first.left)
        return middle and not item and not ends and room < _first_width(second) + 0.5 * size
    if item and not full and tight and (_is_full_bullet(first, second) or _hangs(first, left, text_left, first_left, ends)):
        return True
    if full:
        return item or count > 1 or not _are_two_labels(first, second)
    if tight and not ends and _LONE_PARTICLE.fullmatch(second.text.split()[0]) and is_hangul(first.text[-1]):
        return True
    opening = second.text[0]
    wide = first.right - first.left > 0.55 * (first.edge - first.start)
    return tight and wide and not ends and opening.islower() and opening.isascii()


def _ends_title(first: Line, second: Line) -> bool:
    """Whether a bold title found no room for its last words, which stand bold before its period: "Analyst, Cascade Home", "Health    Mar 2025 – Present"."""
    name, _, when = second.text.partition(TAB)
    styles = [style.bold for text, box, style in second.glyphs[: len(name)] if box is not None and text != SPACE]
    return bold_share(first) > 0.9 and bool(styles) and all(styles) and is_period(when.strip())


def _are_two_labels(first: Line, second: Line) -> bool:
    """Short lines of a narrow column that each begin with a capital: a degree and its school, not one sentence."""
    if len(first.text) > 32 or len(second.text) > 32 or not second.text[0].isupper() or first.text.endswith((",", "-", "–", "/", "&")):
        return False
    last = first.text.split()[-1]
    room = first.edge - first.right > 0.1 * (first.edge - first.start)
    return room and (last[0].isupper() or last[0].isdigit())


def bold_share(line: Line) -> float:
    """The share of a line's letters that are bold, 0 to 1."""
    letters = [style.bold for text, box, style in line.glyphs if box is not None and text != SPACE]
    return sum(letters) / len(letters) if letters else 0.0


def tint_of(line: Line) -> int:
    """The colour that nine of ten letters of a line have; 0 where there is none, or it is that of a link."""
    if line.linked or not any(style.tint for _, _, style in line.glyphs):
        return 0
    letters = [style.tint for text, box, style in line.glyphs if box is not None and text != SPACE]
    tint, count = Counter(letters).most_common(1)[0] if letters else (0, 0)
    return tint if count > 0.9 * len(letters) else 0


def joint(first: str, second: str, trailing: bool, soft: bool, wrapping: Wrapping, room: bool = False) -> tuple[str, bool]:
    """What stands between two wrapped lines (a space or nothing) and whether the hyphen at the end of the first goes.

    `trailing` says that the PDF has a space at the end of `first`, `soft` that its last letter is a soft hyphen,
    `room` that a space would have fitted there.
    """
    if not first or not second:
        return "", False
    before, after = first[-1], second[0]
    last, following = first.split()[-1], second.split()[0]
    if "://" in last and before in "-/_=&?.%#" and not trailing:
        return "", False  # an address has no spaces
    if before == "-" and len(first) > 1 and after.isalpha() and not trailing:
        return _hyphen(last, following, soft, wrapping)
    if trailing:
        return SPACE, False
    # A period that begins in its cell behind a label is broken as one that fills its line.
    if is_parted(last if _PERIOD.match(last) else first, second):
        return "", False
    if before in "([{" or after in ")]},.!?;":
        return "", False
    if wrapping.fitting and room and (is_hangul(before) or is_hangul(after)) and before not in ".,!?:;":
        return "", False
    if before == "/" and len(first) > 1 and not first[-2].isspace():
        return "", False
    if is_hangul(before) and _LONE_PARTICLE.fullmatch(following) and following not in ("은", "로", "의", "과", "에"):
        return "", False
    if following == "의" and is_hangul(before):
        return "", False
    if is_hangul(before) and is_hangul(after) and _is_broken(last, following):
        return "", False
    if is_hangul(before) and is_hangul(after) and wrapping.spaces:
        return "", False
    if is_hangul(before) and is_hangul(after) and wrapping.whole and not wrapping.fitting:
        return (SPACE if stood_apart(first, second, WHOLE) else ""), False
    if is_hangul(after) and not wrapping.whole and (is_hangul(before) or before.isalnum() or before in ")]'\"’”%"):
        one = _is_one_word(first, second, wrapping) if is_hangul(before) else _PARTICLE.fullmatch(following) is not None
        return ("" if one else SPACE), False
    if before.isalnum() and after.isalnum() and _is_split_word(_bare(last), _bare(following), wrapping):
        return "", False
    return SPACE, False


def _is_broken(last: str, following: str) -> bool:
    """Whether a line ends inside a Korean word for certain: no word ends in ㅆ, and none begins with these endings."""
    ends_in_stem = "가" <= last[-1] <= "힣" and (ord(last[-1]) - _SYLLABLES) % _FINALS == _DOUBLE_S
    return ends_in_stem or _BROKEN_OFF.fullmatch(last) is not None or _ENDING.fullmatch(following) is not None


def _is_split_word(last: str, following: str, wrapping: Wrapping) -> bool:
    """Whether the two parts are one word that stands elsewhere in the document, and not two words of it."""
    return last + following in wrapping.words and not (last in wrapping.words and following in wrapping.words)


def _is_one_word(first: str, second: str, wrapping: Wrapping) -> bool:
    """Whether a line that may break anywhere broke inside a Korean word."""
    last, following = _bare(first.split()[-1]), _bare(second.split()[0])
    if last + following in wrapping.words:
        return True
    if last in wrapping.words and following in wrapping.words:
        return False
    if _JOINED.fullmatch(following) and not _VERB_BEFORE.fullmatch(last):
        return True
    return not stood_apart(first, second)


def _hyphen(last: str, following: str, soft: bool, wrapping: Wrapping) -> tuple[str, bool]:
    """A hyphen at a line's end: part of a compound, or put in by the typesetter between two lower-case letters."""
    stem = _bare(last)[:-1] if _bare(last).endswith("-") else _bare(last)
    rest = _bare(following)
    if len(last) < 2 or not last[-2].islower() or not last[-2].isascii() or not following[0].islower():
        return ("" if len(last) > 1 and last[-2].isalnum() else SPACE), False
    return "", soft or not hyphen_of(stem, rest, wrapping.latin, wrapping.hyphenates)
