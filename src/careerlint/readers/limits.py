"""What a reader may spend on one file, and the one error that every reader raises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "missing", "not-a-file", "empty", "unknown-type", "encrypted", "broken", "no-text", "too-large", "too-many-pages",
    "timeout", "memory", "crashed", "encoding", "settings",
]  # fmt: skip

MESSAGES: dict[Kind, tuple[str, str]] = {
    "missing": (
        "The file does not exist; check the path.",
        "파일이 없습니다. 경로를 확인하세요.",
    ),
    "not-a-file": (
        "This is not a regular file (a folder, pipe or device); give the path of a document.",
        "일반 파일이 아닙니다(폴더, 파이프, 장치 등). 문서 파일의 경로를 주세요.",
    ),
    "empty": (
        "The file is empty; save the document again and try that copy.",
        "빈 파일입니다. 문서를 다시 저장해서 시도하세요.",
    ),
    "unknown-type": (
        "This file type is not supported; export the document as PDF or DOCX.",
        "지원하지 않는 파일 형식입니다. PDF나 DOCX로 내보내서 시도하세요.",
    ),
    "encrypted": (
        "The file is protected by a password; save a copy without one.",
        "암호로 보호된 파일입니다. 암호를 뺀 사본을 저장해서 시도하세요.",
    ),
    "broken": (
        "The file is damaged or not what its name says; open it in its own program and export it again.",
        "파일이 손상되었거나 확장자와 내용이 다릅니다. 원래 프로그램에서 열어 다시 내보내세요.",
    ),
    "no-text": (
        "The file holds no text, only pictures; export it from the program it was written in, or run text recognition.",
        "글자가 없고 그림만 있는 파일입니다. 작성한 프로그램에서 다시 내보내거나 문자 인식(OCR)을 하세요.",
    ),
    "too-large": (
        "The file holds more text than is read; split it, or allow more with --max-characters.",
        "파일의 글이 읽을 수 있는 양보다 깁니다. 나누어 저장하거나 --max-characters로 더 허용하세요.",
    ),
    "too-many-pages": (
        "The file has too many pages; keep only the pages to be checked, or allow more with --max-pages.",
        "쪽수가 너무 많습니다. 검사할 쪽만 남겨서 저장하거나 --max-pages로 더 허용하세요.",
    ),
    "timeout": (
        "Reading took too long and was stopped; export the document again or raise the limit.",
        "읽는 데 너무 오래 걸려 중단했습니다. 문서를 다시 내보내거나 제한 시간을 늘리세요.",
    ),
    "memory": (
        "Reading needed too much memory and was stopped; export the document again or raise the limit.",
        "읽는 데 메모리가 너무 많이 필요해 중단했습니다. 문서를 다시 내보내거나 제한을 늘리세요.",
    ),
    "crashed": (
        "The process that reads it could not work, which is most likely no fault of the file; close other programs or raise the limits of the system (ulimit -a), and call again.",
        "읽는 프로세스가 일하지 못했습니다. 파일 탓이 아닐 가능성이 크니 다른 프로그램을 닫거나 시스템 제한(ulimit -a)을 늘리고 다시 실행하세요.",
    ),
    "encoding": (
        "The text is neither UTF-8, UTF-16 nor CP949; save it as UTF-8.",
        "UTF-8, UTF-16, CP949 어느 것으로도 읽을 수 없습니다. UTF-8로 저장하세요.",
    ),
    "settings": (
        "The configuration file above it has a mistake; 'careerlint config' tells it.",
        "상위 폴더의 설정 파일에 잘못된 곳이 있습니다. 'careerlint config'로 확인하세요.",
    ),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one file: bytes on disk, pages, characters of text, wall-clock seconds, bytes of memory."""

    bytes: int = 50_000_000
    pages: int = 300
    characters: int = 2_000_000
    seconds: float = 60.0
    memory: int = 1_500_000_000


class UnreadableError(Exception):
    """A file that cannot be read: one line that says why and the way out, in English and Korean, without the path.

    Without `message` the usual words for the kind are taken. It survives pickling, since readers run in a child process.
    """

    def __init__(self, kind: Kind, message: str = "", message_ko: str = "") -> None:
        usual, usual_ko = MESSAGES[kind]
        self.kind: Kind = kind
        self.message = message or usual
        self.message_ko = message_ko or (message if message else usual_ko)
        super().__init__(kind, self.message, self.message_ko)

    def __str__(self) -> str:
        return self.message
