"""Tables of an HTML page: which hold data, and which only lay the page out."""

from lxml import etree

MOST_ROWS = 200
MOST_CELL = 300


def table_rows(table: etree._Element) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of data; none if it is not one.

    Data stands in at least two rows of equally many short cells, with no table inside.
    """
    if table.tag != "table" or next(table.iterdescendants("table"), None) is not None:
        return ()
    rows: list[tuple[str, ...]] = []
    for row in table.iterdescendants("tr"):
        if len(rows) == MOST_ROWS:
            return ()
        rows.append(tuple(_text(cell) for cell in row if cell.tag in ("td", "th")))
    rows = [row for row in rows if any(row)]
    widths = {len(row) for row in rows}
    if len(rows) < 2 or len(widths) != 1 or min(widths) < 2:
        return ()
    if any(len(cell) > MOST_CELL for row in rows for cell in row):
        return ()
    return tuple(rows)


def _text(cell: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in cell.itertext()).split())
