"""Documents of a wanted size, written from a few invented sentences."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

_KOREAN = (
    "항만 크레인의 위치를 사진으로 추정하는 모델을 만들었습니다.",
    "야간 사진이 부족해서 밝기를 바꾸는 증강을 더했고 F1이 0.71에서 0.78로 올랐습니다.",
    "처음에는 라벨이 섞여 학습이 불안정했지만 원인을 찾아 라벨 420개를 고쳤습니다.",
    "추론 시간을 줄이려고 배치 크기를 8로 바꾸고 ONNX로 변환했습니다.",
    "다음에는 데이터를 모으기 전에 라벨 기준부터 정하겠습니다.",
)
_ENGLISH = (
    "Built a model that finds the cranes of a harbour in pictures of a fixed camera.",
    "Because night pictures were rare, added a brightness augmentation that took F1 from 0.71 to 0.78.",
    "Training was unstable at first; the labels were mixed up, so 420 of them were corrected by hand.",
    "Cut the time of a prediction by changing the batch size to 8 and exporting the network to ONNX.",
    "Next time the rules for labels come before the first picture is taken.",
)
SENTENCES = {"ko": _KOREAN, "en": _ENGLISH}
POOR = (
    "Responsible for the pictures of a harbour and their labels.",
    "Tried a larger network as well, but it did not work.",
    "Improved the accuracy of the predictions significantly.",
    "Chose the library because it is popular and everybody uses it.",
    "Helped with the migration, a serious problem for the whole team.",
)
"""Sentences of which nearly each gets a remark."""


def readme(language: str, size: int, first: int = 0) -> str:
    """A Markdown project page of about `size` bytes in UTF-8; no two bullets are the same.

    Bullets are counted from `first`, so that pages with far numbers share no bullet.
    """
    parts = ["# Harbour cranes\n" if language == "en" else "# 항만 크레인\n"]
    total, number = len(parts[0]), first
    while total < size:
        if (number - first) % 10 == 0:
            parts.append(f"\n## {'Part' if language == 'en' else '단계'} {number // 10 + 1}\n\n")
        sentence = SENTENCES[language][number % 5]
        parts.append(f"- {sentence[:-1]} ({number}).\n")
        total += len(parts[-1].encode())
        number += 1
    return "".join(parts)


def pdf(pages: int, first: int = 0, sentences: Sequence[str] = _ENGLISH) -> bytes:
    """A PDF of so many pages of text; lines are told apart by the number of their page, counted from `first`."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in range(first, first + pages):
        canvas.setFont("Helvetica", 10)
        for line in range(48):
            canvas.drawString(60, 790 - 15 * line, f"{sentences[line % 5][:88]} {page}.{line}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def word(path: Path, language: str, lines: int, first: int = 0) -> Path:
    """A .docx of so many bullets, every fifth of which tells a bare failure; gives the path back."""
    import docx

    document = docx.Document()
    document.add_heading("Harbour cranes" if language == "en" else "항만 크레인", 1)
    for number in range(first, first + lines):
        bare = "We tried a larger network but it did not work." if language == "en" else "더 큰 모델을 써 봤는데 잘 안되더라구요."
        sentence = bare if number % 5 == 0 else SENTENCES[language][number % 5]
        document.add_paragraph(f"{sentence[:-1]} ({number}).", style="List Bullet")
    document.save(str(path))
    return path


def write(path: Path, text: str) -> Path:
    """Write the text and give the path back."""
    path.write_text(text, encoding="utf-8")
    return path
