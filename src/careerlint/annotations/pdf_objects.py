"""Objects: the annotations of a page as PDF knows them, ours made and people's told from ours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from careerlint.annotations import AUTHOR
from careerlint.annotations.pdf_bands import Bands
from careerlint.annotations.pdf_look import (
    FILLS,
    TONES,
    highlight_stream,
    icon_stream,
    quad_points,
    underlines,
    without,
)
from careerlint.annotations.pdf_row import IDENTITY, PageRemark
from careerlint.annotations.pdf_view import View, icon_place, overlap, popup_place, upright
from careerlint.model.finding import LEVELS
from careerlint.model.page_lines import Box, turned_box

# Print; with the icons also no zoom and no rotation, as viewers treat every text annotation.
_HIGHLIGHT_FLAGS, _ICON_FLAGS = 4, 4 + 8 + 16
# So much of a line has to lie under another highlight for the two to count as one above the other.
_COVERED = 0.3


@dataclass(frozen=True, slots=True)
class Drawn:
    """A remark with its places in the page's own space: `rect` of its icon or highlight, `popup_rect`, what it fills and underlines."""

    remark: PageRemark
    icon: bool
    rect: Box
    popup_rect: Box
    filled: tuple[Box, ...] = ()
    lines: tuple[Box, ...] = ()

    def annotation(self, pdf: pikepdf.Pdf, states: Object) -> dict[str, Any]:
        """The entries of its annotation; `states` are the resources of `drawing_states`."""
        remark = self.remark
        entries: dict[str, Any] = {
            "/Type": Name.Annot,
            "/Rect": _array(self.rect),
            # Acrobat and the standard part paragraphs by a carriage return.
            "/Contents": String(remark.text.replace("\n", "\r")),
            "/T": String(AUTHOR),
            "/Subj": String(remark.rule),
            "/NM": String(remark.identity),
        }
        if self.icon:
            picture = pdf.make_stream(icon_stream(remark.level), _form((0.0, 0.0, 14.0, 14.0)))
            return entries | {
                "/Subtype": Name.Text, "/Name": Name.Comment, "/Open": False, "/F": _ICON_FLAGS, "/C": _array(TONES[remark.level]),
                "/AP": Dictionary(N=picture),
            }  # fmt: skip
        picture = pdf.make_stream(highlight_stream(self.filled, self.lines, remark.level), _form(self.rect))
        picture.Resources = states
        return entries | {
            "/Subtype": Name.Highlight, "/QuadPoints": _array(quad_points(remark.boxes, remark.turn)), "/F": _HIGHLIGHT_FLAGS,
            "/C": _array(FILLS[remark.level]), "/AP": Dictionary(N=picture),
        }  # fmt: skip

    def popup(self) -> Dictionary:
        """Its popup, closed."""
        return Dictionary({
            "/Type": Name.Annot, "/Subtype": Name.Popup, "/Rect": _array(self.popup_rect), "/Open": False, "/F": _ICON_FLAGS,
            "/NM": String(f"{self.remark.identity}-popup"),
        })  # fmt: skip


def drawing_states(pdf: pikepdf.Pdf) -> Object:
    """The resources of all highlights: how their colours are laid on the page."""
    states = {f"/{mode}": Dictionary(Type=Name.ExtGState, BM=Name(f"/{mode}")) for mode in ("Multiply", "Normal")}
    return pdf.make_indirect(Dictionary(ExtGState=Dictionary(states)))


def drawn_remarks(remarks: Sequence[PageRemark], view: View, lines: Sequence[Box]) -> list[Drawn]:
    """The remarks of one page in their order, each with its place; `lines` are the boxes of its text."""
    drawn: list[Drawn] = []
    taken = Bands()
    for line in lines:
        taken.add(-1, view.seen(line))
    popups: set[tuple[int, int]] = set()
    icons = [remark.icon or not any(view.shows(box) for box in remark.boxes) for remark in remarks]
    marked = Bands()
    for index, (remark, icon) in enumerate(zip(remarks, icons, strict=True)):
        for box in () if icon else remark.boxes:
            marked.add(index, turned_box(box, remark.turn))
    for index, (remark, icon) in enumerate(zip(remarks, icons, strict=True)):
        words = view.seen(remark.boxes[0])
        popup = view.own(popup_place(view, words, popups))
        if icon:
            spot = icon_place(view, words, taken)
            taken.add(index, spot)
            drawn.append(Drawn(remark, icon, upright(view, spot), popup))
        else:
            filled, under = _paint(index, remarks, marked)
            drawn.append(Drawn(remark, icon, _around([*remark.boxes, *under]), popup, filled, under))
    return drawn


def _paint(index: int, remarks: Sequence[PageRemark], marked: Bands) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """What a highlight fills and underlines: words of several remarks bear the colour of the gravest, and the lines of all."""
    remark = remarks[index]
    above: list[Box] = []
    below: set[int] = set()
    for box in (turned_box(box, remark.turn) for box in remark.boxes):
        for other, covering in marked.near(box):
            if other == index:
                continue
            if (LEVELS.index(remarks[other].level), -other) < (LEVELS.index(remark.level), -index):
                above.append(covering)
            if other < index and overlap(box, covering) > _COVERED * _area(box):
                below.add(other)
    return tuple(without(remark.boxes, above, remark.turn)), tuple(underlines(remark.boxes, remark.turn, len(below)))


def clear_page(page: Object, staying: Collection[str]) -> tuple[list[Any], dict[str, Object]]:
    """The annotations of a page that are people's, in their order, and ours by name.

    A reply of a person to a remark of ours that does not come back (its name is not in `staying`) becomes a note of its own.
    """
    annotations = page.get("/Annots")
    kept: list[Any] = []
    own: dict[str, Object] = {}
    for annotation in list(annotations) if isinstance(annotations, Array) else []:
        name = _own_name(annotation)
        if name:
            own[name] = annotation
            continue
        kept.append(annotation)
        answered = _own_name(annotation.get("/IRT")) if isinstance(annotation, Dictionary) else ""
        if answered and answered not in staying:
            del annotation["/IRT"]
            if "/RT" in annotation:
                del annotation["/RT"]
    return kept, own


def _own_name(annotation: Any) -> str:
    """The name of an annotation of ours, else nothing."""
    if not isinstance(annotation, Dictionary):
        return ""
    if annotation.get("/Subtype") == Name.Popup:
        return _own_name_of(annotation) or ("popup" if _own_name_of(annotation.get("/Parent")) else "")
    return _own_name_of(annotation) if _text(annotation.get("/T")) == AUTHOR else ""


def _own_name_of(annotation: Any) -> str:
    name = _text(annotation.get("/NM")) if isinstance(annotation, Dictionary) else ""
    return name if name.startswith(IDENTITY) else ""


def _text(value: Any) -> str:
    return str(value) if isinstance(value, String) else ""


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _around(boxes: Sequence[Box]) -> Box:
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)


def _form(box: Box) -> Dictionary:
    return Dictionary(Type=Name.XObject, Subtype=Name.Form, FormType=1, BBox=_array(box), Resources=Dictionary())


def _array(values: Sequence[float]) -> Array:
    return Array([round(value, 3) for value in values])
