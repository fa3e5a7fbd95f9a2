"""Write a report as ``.docx`` on A4: headings, paragraphs and tables; the same content always gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from generator.rendering.escaping import clean
from generator.rendering.handouts.sheets import Link

_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 (a build has no clock)
_MOMENT = (1980, 1, 1, 0, 0, 0)
_FONT = "Times New Roman"  #: the font of Vietnamese offices. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I
_KEPT_STYLES = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid", "Hyperlink"})

Words = str | Link


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the document."""

    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of words and links; ``small`` for notes."""

    parts: tuple[Words, ...]
    small: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: ``widths`` are those of the columns in millimetres, ``right`` the columns of numbers."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Sequence[Sequence[str]]
    right: frozenset[int] = frozenset()


Block = Heading | Paragraph | Grid


def document(title: str, above: Sequence[str], blocks: Sequence[Block]) -> bytes:
    """Return a document with ``title``, the lines ``above`` it, and ``blocks``."""
    made = docx.Document(io.BytesIO(_template()))
    made.core_properties.title = clean(title)[:255]
    made.core_properties.created = made.core_properties.modified = _CREATED
    made.core_properties.author = made.core_properties.comments = ""
    for line in above:
        _paragraph(made, Paragraph((line,), small=True)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _heading(made, title, 16, centred=True)
    for block in blocks:
        if isinstance(block, Heading):
            _heading(made, block.words, 12)
        elif isinstance(block, Grid):
            made.element.body.insert(-1, _grid(block))
        else:
            _paragraph(made, block)
    return _packed(made)


def _heading(made: Document, words: str, points: int, *, centred: bool = False) -> None:
    paragraph = made.add_paragraph()
    run = paragraph.add_run(clean(words))
    run.bold, run.font.size = True, Pt(points)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(5), Pt(2)
    paragraph.paragraph_format.keep_with_next = True
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _paragraph(made: Document, block: Paragraph):  # type: ignore[no-untyped-def]  # noqa: ANN202 (python-docx has two classes of the name)
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(1)
    if block.quoted:
        paragraph.paragraph_format.left_indent = Mm(5)
    for part in block.parts:
        if isinstance(part, Link) and part.address:
            paragraph._p.append(_link(made, part, small=block.small))  # noqa: SLF001 (python-docx writes no links itself)
            continue
        run = paragraph.add_run(clean(part.words if isinstance(part, Link) else part))
        run.italic = block.quoted
        if block.small:
            run.font.size, run.font.color.rgb = Pt(9), RGBColor(0x55, 0x55, 0x55)
    return paragraph


def _link(made: Document, link: Link, *, small: bool):  # type: ignore[no-untyped-def]  # noqa: ANN202 (an element of lxml's own class)
    target = made.part.relate_to(link.address or "", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    size = '<w:sz w:val="18"/>' if small else ""
    return parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}"><w:r><w:rPr><w:color w:val="7A1712"/>{size}<w:u w:val="single"/></w:rPr>'
        f'<w:t xml:space="preserve">{_xml(link.words)}</w:t></w:r></w:hyperlink>'
    )


def _grid(grid: Grid):  # type: ignore[no-untyped-def]  # noqa: ANN202 (an element of lxml's own class)
    """Return a table as one piece of XML: cell by cell, python-docx takes time in proportion to the square of their number."""
    twips = [round(width * 56.7) for width in grid.widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    head = _row(grid.heads, twips, grid.right, bold=True)
    rows = "".join(_row(row, twips, grid.right) for row in grid.rows)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>'
    )


def _row(cells: Sequence[str], twips: Sequence[int], right: frozenset[int], *, bold: bool = False) -> str:
    properties = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if bold else "") + "</w:trPr>"
    weight = "<w:b/>" if bold else ""
    made = []
    for at, (cell, width) in enumerate(zip(cells, twips, strict=True)):
        side = '<w:jc w:val="right"/>' if at in right else ""
        made.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:after="0"/>{side}</w:pPr>'
            f'<w:r><w:rPr>{weight}<w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">{_xml(cell)}</w:t></w:r></w:p></w:tc>'
        )
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def _xml(text: str) -> str:
    return escape(clean(" ".join(text.split())), quote=False)


@lru_cache(maxsize=1)
def _template() -> bytes:
    """Return python-docx's template without what no report uses: it would be two thirds of each file."""
    made = docx.Document()
    styles = made.styles.element
    for style in list(styles.findall(qn("w:style"))):
        name = style.find(qn("w:name"))
        if name is None or name.get(qn("w:val")).title() not in {kept.title() for kept in _KEPT_STYLES}:
            styles.remove(style)
    for latent in styles.findall(qn("w:latentStyles")):
        styles.remove(latent)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Mm(20), Mm(15), Mm(15), Mm(15)
    for part in (made.part, made.part.package):
        for key in [key for key, rel in part.rels.items() if rel.reltype.rpartition("/")[2] in _DROPPED]:
            part.rels.pop(key)
    return _packed(made)


_DROPPED = frozenset({"thumbnail", "customXml", "theme", "stylesWithEffects", "webSettings", "fontTable", "numbering"})


def _packed(made: Document) -> bytes:
    """Return the document with one moment for all its parts, so that the same content gives the same bytes."""
    first, packed = io.BytesIO(), io.BytesIO()
    made.save(first)
    with zipfile.ZipFile(first) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            written.writestr(info, given.read(name))
    return packed.getvalue()
