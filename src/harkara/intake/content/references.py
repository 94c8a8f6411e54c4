"""References inside a stored body: the "ये भी पढ़ें" lines that lead to stories of the same site."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from harkara.intake.drafts import DraftAlsoRead, DraftBlock, DraftParagraph, TextBlock
from harkara.intake.line_words.references import is_label, title_of

_NO_STORY = re.compile(r"/(?:tag|author|category|page|content|wp-content|404)/")


@dataclass(frozen=True, slots=True)
class Own:
    """The addresses of the site that stored a body: its base, such as `https://khabar.example`."""

    base: str

    def whole(self, address: str) -> str:
        """Return an address as a whole one; what cannot be an address stays as it is."""
        try:
            return urljoin(self.base, address.strip())
        except ValueError:
            return address

    def is_own(self, address: str) -> bool:
        """Say whether an address is of the site itself."""
        if not self.base:
            # Where the site stood is not known: what names no host is of it.
            return address.startswith("/") and not address.startswith("//")
        return _host(self.whole(address)) == _host(self.base)

    def may_be_story(self, address: str) -> bool:
        """Say whether an address of the site may be that of a story: no file, list or front."""
        if not self.is_own(address):
            return False
        try:
            path = urlsplit(self.whole(address)).path
        except ValueError:
            return False
        return path not in ("", "/") and not _NO_STORY.match(path)

    def reference(self, text: str, addresses: Sequence[str]) -> DraftAlsoRead | None:
        """Return the reference that a labelled line is; None for any other line.

        One that leads to another site is no reference to a story of ours.
        """
        title = title_of(text)
        if title is None:
            return None
        url = self.whole(addresses[0]) if addresses else ""
        if url and not self.is_own(url):
            return None
        return DraftAlsoRead(text=title, after_paragraph=0, url=url)


def references(
    blocks: Sequence[DraftBlock], own: Own, *, is_whole: bool
) -> Iterator[DraftBlock | None]:
    """Give the blocks with the links below a label ("ये भी पढ़ें:") as references.

    So is a label that is itself a link to a story, if the body `is_whole`: at the end of one that
    was cut off it leads on to the same story.
    Each reference counts what stands before it. None stands in the place of the label.
    """
    labelled, count = False, 0
    for block in blocks:
        if isinstance(block, DraftParagraph | DraftAlsoRead) and (
            found := _below_label(block, own, labelled=labelled)
            or (_label_itself(block, own) if is_whole else None)
        ):
            yield replace(found, after_paragraph=count)
            continue
        labelled = isinstance(block, TextBlock) and is_label(block.text)
        if labelled:
            yield None
            continue
        count += isinstance(block, TextBlock)
        yield block


def _below_label(
    block: DraftParagraph | DraftAlsoRead, own: Own, *, labelled: bool
) -> DraftAlsoRead | None:
    if isinstance(block, DraftAlsoRead):
        return block
    if not labelled or len(block.links) != 1 or block.links[0].text != block.text:
        return None
    address = urljoin(own.base, block.links[0].url)
    return (
        DraftAlsoRead(text=block.text, after_paragraph=0, url=address)
        if own.is_own(address)
        else None
    )


def _label_itself(block: DraftParagraph | DraftAlsoRead, own: Own) -> DraftAlsoRead | None:
    match block:
        case DraftParagraph(text=text, links=(link,)) if link.text == text and is_label(text):
            is_story = own.may_be_story(link.url)
            url = own.whole(link.url)
            return DraftAlsoRead(text=text, after_paragraph=0, url=url) if is_story else None
    return None


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
