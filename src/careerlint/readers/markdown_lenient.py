"""What people mean where Markdown reads something else: front titles, indented prose, tight headings, comments of a console, open fences."""

from __future__ import annotations

import re

from careerlint.expression import Expression

_TITLE = Expression(r"^title[ \t]*[:=][ \t]*(?P<quote>[\"']?)(?P<words>[^\n]*?)(?P=quote)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_LONGEST_TITLE = 120
_CODE = Expression(r"[{};<>\\|$=]|\(\)|->|::|^\s*(?:[-+*]\s)?(?:import|from|def|class|return|public|select|function|const|let|var|sudo|pip|npm|git|docker|python3?|cd|ls|mkdir|echo|export)\b|^\s*#|^\s*[\w.-]+:\s*[\w./\"'-]*$|\w+\.\w+\(", re.IGNORECASE)
"""What a line of code, of settings or of a console holds and prose seldom."""
_LINK = Expression(r"\[[^\]\n]*\]\([^)\n]*\)|https?://\S+")
_MARKED = Expression(r"\s*(?P<marker>[-+*•]|\d{1,2}[.)])\s+(?=\S)")
_HANGUL = Expression(r"[가-힣]")
_WORD = Expression(r"[A-Za-z][a-z'’]*[,.!?:)]?")
_KOREAN_LETTERS = 5
_ENGLISH_WORDS = 6
_FEWEST_LETTERS = 30
_TIGHT = Expression(r"(?P<hashes>#{2,6})(?=[^\s#!\d])(?P<words>[^\n]*)")
_LONGEST_TIGHT = 30
_LOWEST_TIGHT = 4
"""More hashes than these stand for a bullet or for a size of letters."""

_COMMENT = Expression(r"#[ \t]+(?P<words>\S[^\n]*)")
_COMMAND = Expression(
    r"\s*(?:\$ +\S[^\n]*|\./\S[^\n]*|(?:sudo|npm|npx|yarn|pnpm|pip3?|python3?|git|docker|docker-compose|cd|mkdir|curl|wget|apt|apt-get|brew|conda|poetry|uv|uvicorn|streamlit|flask|jupyter|virtualenv|"
    r"cargo|rustup|mvn|gradle|dotnet|composer|php|rails|bundle|gem|cmake|kubectl|helm|terraform|aws|gcloud|chmod|cp|mv|rm|node|bash|sh|java|javac|psql|mysql|redis-server|ros2|roslaunch|catkin_make) [\w./$~\"'-][^\n]*"
    r"|(?:export|set) \w+=\S*|source \S*[./]\S*|go (?:run|build|get|install|mod|test) \S*|make(?: [a-z][\w-]*)?|ls(?: -\w+)?)\s*"
)
"""A line as it is typed at a prompt."""
_PROSE_END = Expression(r"[.!?:다요]\s*$")
_FENCE = Expression(r"[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)")
_HEADING = Expression(r"#{1,6}[ \t]+\S")
_LONGEST_COMMAND = 120
_TREE = Expression(r"^[ \t]*(?:[│|][ \t│|]*)?(?:├|└|│)", re.MULTILINE)
_MARKUP = Expression(
    r"^[ \t]*(?:#{1,6}[ \t]|[-+*>|][ \t]|\d{1,9}[.)][ \t]|[|>]|`{3}|~{3}|(?:=+|-+|\*{3,}|_{3,}|\+{3})[ \t]*$|\[[^\]\n]+\]:)|\*\*|__|`|\]\(|!\[|~~|</?[a-z!]|\\[^\w\s]|&\w+;|(?<!\S)[*_]\S",
    re.MULTILINE | re.IGNORECASE,
)
"""What no line of plain text holds and Markdown reads."""
_FEWEST_PLAIN_LINES = 8
_SHOWN_MARKDOWN = frozenset(("markdown", "md", "mdx", "text", "txt", "plaintext"))


def is_unmarked(source: str) -> bool:
    """Whether a page of several lines holds no Markdown at all: whoever saved a plain text under the name of a README set its lines one by one."""
    return sum(1 for line in source.split("\n") if line.strip()) >= _FEWEST_PLAIN_LINES and _MARKUP.search(source) is None


def is_tree(text: str) -> bool:
    """Whether most lines of a paragraph draw a tree of files."""
    return len(_TREE.findall(text)) * 2 >= text.count("\n")


def is_empty_bullet(heading: str) -> bool:
    """Whether what Markdown reads as an underline is a bullet that was never filled in: one hyphen in a line of its own, or two below rows that begin with two."""
    above, _, last = heading.rstrip().rpartition("\n")
    hyphens = last.strip()
    return bool(above.strip()) and (hyphens == "-" or (hyphens == "--" and all(row.lstrip().startswith("--") for row in above.split("\n"))))


def is_console_comment(above: str, line: str, below: str, inside: bool) -> bool:
    """Whether a heading of the first level is the comment of a command that stands outside a fence: "# Run my setup script" above "npm run setup".

    `inside` says that a heading of a lower level stands before it, so that it would be a second title. A single word is a heading
    ("# Installation") unless a command stands above it too.
    """
    comment = _COMMENT.fullmatch(line.rstrip())
    if comment is None or not is_command(below):
        return False
    return is_command(above) or (inside and len(comment["words"].split()) > 1)


def is_command(line: str) -> bool:
    """Whether a line is typed at a prompt and no sentence that begins with the name of a program."""
    return len(line) <= _LONGEST_COMMAND and _COMMAND.fullmatch(line) is not None and _PROSE_END.search(line) is None


def fence_end(block: str, closed: bool) -> int:
    """Where a fence that its author forgot to close ends: at the first heading inside it with words below; 0 where the fence is as it should be.

    Whether it was forgotten shows where nothing closes it, or where another fence opens inside it.
    """
    lines = block.split("\n")
    opened = _FENCE.match(lines[0])
    if opened is None or opened["info"].strip().lower() in _SHOWN_MARKDOWN:
        return 0
    reopened = len(lines)
    if closed:
        reopened = next((place for place, line in enumerate(lines) if place and (found := _FENCE.match(line)) and found["info"].strip()), 0)
    offset = len(lines[0]) + 1
    for place, line in enumerate(lines[1:], 1):
        if place >= reopened:
            break
        if _HEADING.match(line) and not lines[place - 1].strip() and _is_above_words(line, lines[place + 1 :]):
            return offset
        offset += len(line) + 1
    return 0


def _is_above_words(heading: str, below: list[str]) -> bool:
    """Whether prose, a list, a fence or another heading stands below, as below no comment of a program."""
    following = next((line for line in below if line.strip()), "")
    if _HEADING.match(following):
        return not heading.startswith("# ") and len(following) - len(following.lstrip("#")) > 1
    if _FENCE.match(following):
        return True
    words = _MARKED.sub("", following).strip()
    return not is_command(words) and not _CODE.search(_LINK.sub("x", words.replace("**", "").replace("`", ""))) and (_MARKED.match(following) is not None or is_told(words))


def front_title(source: str, end: int) -> tuple[int, str]:
    """The title that the front matter gives, and where it stands; an empty one where there is none."""
    found = _TITLE.search(source[:end])
    words = found["words"].strip() if found else ""
    if not found or not words or len(words) > _LONGEST_TITLE or "{{" in words or "\\" in words:
        return 0, ""
    return found.start("words") + found["words"].index(words), words


def is_indented_prose(block: str) -> bool:
    """Whether an indented block, which Markdown shows as code, is what somebody tells: most of its lines are sentences or bullets."""
    told = other = letters = 0
    for line in block.splitlines():
        words = _LINK.sub("x", line).strip()
        if not words:
            continue
        if not _CODE.search(words) and is_told(words):
            told += 1
            letters += len(words)
        elif not (_MARKED.match(words) and len(words) < _LONGEST_TIGHT and not _CODE.search(words)):
            other += 1
    return letters >= _FEWEST_LETTERS and 3 * told >= 2 * (told + other)


def holds_code(words: str) -> bool:
    """Whether a line holds what lines of code, of settings or of a console do, beside links and marks of Markdown."""
    return _CODE.search(_LINK.sub("x", words.replace("**", "").replace("`", "").replace("|", " "))) is not None or is_command(words)


def is_told(words: str) -> bool:
    """Whether a line has the words of a sentence: some Korean syllables, or several English words and hardly anything else."""
    if sum(1 for _ in _HANGUL.finditer(words)) >= _KOREAN_LETTERS:
        return True
    english = words.split()
    return len(english) >= _ENGLISH_WORDS and 5 * sum(_WORD.fullmatch(word) is not None for word in english) >= 4 * len(english)


def marker_of(line: str) -> tuple[str, int]:
    """The typed marker of a line and how many letters it takes with the blanks around it."""
    found = _MARKED.match(line)
    return (found["marker"], found.end()) if found else ("", len(line) - len(line.lstrip()))


def tight_heading(line: str) -> tuple[int, int]:
    """The level of a heading without a space behind its hashes ("##학력"), and how many hashes there are; level 0 where it is text."""
    found = _TIGHT.match(line)
    if not found:
        return 0, 0
    hashes, words = len(found["hashes"]), found["words"].strip(" #\r")
    return (hashes if hashes <= _LOWEST_TIGHT and 0 < len(words) <= _LONGEST_TIGHT else 0), hashes
