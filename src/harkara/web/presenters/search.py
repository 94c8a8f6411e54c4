"""The search page: what was asked, how it was read, what was found, and what to try instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from harkara.newsroom.records import FoundStory, SectionRef, Site
from harkara.search.documents import Results, WordRead
from harkara.search.highlights import Piece, excerpt, mark
from harkara.web.addresses import absolute
from harkara.web.asked import PATH, Asked
from harkara.web.presenters.cards import CardView, card
from harkara.web.presenters.frame import Frame, Page, frame, trail
from harkara.web.presenters.times import local

# How many other pages stand on each side of the one that is shown.
BESIDE = 2
# So many words of the archive are named for one that was looked for by its sound.
MOST_READINGS = 4


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A topic or an author that the search keeps to, and the address of the search without it."""

    name: str
    value: str
    words: str
    without: str


@dataclass(frozen=True, slots=True)
class FormView:
    """The form as it stands, filled in with what was asked."""

    q: str
    sections: tuple[Option, ...]
    orders: tuple[Option, ...]
    since: str
    until: str
    narrowed: tuple[Narrowed, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A word, and the words of the archive that it was read as; none if there are none."""

    typed: str
    found: str


@dataclass(frozen=True, slots=True)
class FoundView:
    """A story that was found, its matched words marked."""

    card: CardView
    headline: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of hits; the one that is shown, and a gap between numbers, lead nowhere."""

    words: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """All that the search page asks for."""

    form: FormView
    asked: bool
    count: str
    notes: tuple[str, ...]
    readings: tuple[Reading, ...]
    suggestion: str
    suggestion_address: str
    found: tuple[FoundView, ...]
    pages: tuple[PageLink, ...]
    previous: str
    next: str
    wider: str
    latest: tuple[CardView, ...]


def search_frame(site: Site, asked: Asked) -> Frame:
    """Return the frame of the search page; search engines leave it out."""
    name = gettext("Story search")
    title = f"{name}: {asked.q}" if asked.q else name
    crumbs = trail((name, PATH))
    return frame(site, Page(title=title, description="", path=PATH, indexed=False, crumbs=crumbs))


def form(asked: Asked, sections: Sequence[SectionRef], names: dict[str, str]) -> FormView:
    """Return the form; `names` has what the topic and the author it keeps to are called."""
    every = Option("", gettext("All sections"), not asked.section)
    return FormView(
        q=asked.q,
        sections=(every, *(_section_option(one, asked.section) for one in sections)),
        orders=(
            Option("", gettext("Best match first"), not asked.order),
            Option("newest", gettext("Newest first"), bool(asked.order)),
        ),
        since=asked.since,
        until=asked.until,
        narrowed=tuple(
            Narrowed(name, getattr(asked, name), words, asked.address(**{name: ""}))
            for name, words in names.items()
        ),
        is_open=bool(asked.is_narrowed or asked.order),
    )


def search(
    asked: Asked,
    filled: FormView,
    results: Results,
    found: Sequence[FoundStory],
    latest: Sequence[CardView] = (),
) -> SearchView:
    """Return the search page; `latest` is shown where nothing was found."""
    last = results.pages
    return SearchView(
        form=filled,
        asked=not asked.is_empty,
        count=_count(results.total) if results.total else "",
        notes=tuple(_notes(results)),
        readings=tuple(_reading(one) for one in results.words if one.by_sound or not one.found),
        suggestion=results.suggestion,
        suggestion_address=asked.address(q=results.suggestion) if results.suggestion else "",
        found=tuple(_found(one, results) for one in found),
        pages=tuple(_pages(asked, last)) if last > 1 else (),
        previous=asked.address(page=asked.page - 1) if 1 < asked.page <= last else "",
        next=asked.address(page=asked.page + 1) if asked.page < last else "",
        wider=Asked(q=asked.q).address() if asked.q and asked.is_narrowed else "",
        latest=tuple(latest),
    )


def _section_option(section: SectionRef, chosen: str) -> Option:
    slug = section.path.strip("/")
    return Option(slug, section.name, slug == chosen)


def _count(total: int) -> str:
    words = ngettext("%(count)d story was found", "%(count)d stories were found", total)
    return words % {"count": total}


def _notes(results: Results) -> list[str]:
    """Say what a reader would not expect."""
    notes = []
    if results.loosened:
        notes.append(gettext("No story has all these words. These have most of them."))
    if results.left_out:
        words = ngettext(
            "The search was long; its last word was not looked at.",
            "The search was long; its last %(count)d words were not looked at.",
            results.left_out,
        )
        notes.append(words % {"count": results.left_out})
    return notes


def _reading(word: WordRead) -> Reading:
    return Reading(word.typed, ", ".join(word.found[:MOST_READINGS]))


def _found(of: FoundStory, results: Results) -> FoundView:
    return FoundView(
        card=card(of.card),
        headline=mark(of.card.headline, results.words),
        excerpt=_excerpt(of, results),
    )


def _excerpt(of: FoundStory, results: Results) -> tuple[Piece, ...]:
    return excerpt((of.card.standfirst, *of.body), results.words)


def _pages(asked: Asked, last: int) -> list[PageLink]:
    """Return links to the first, the last and the neighbouring pages."""
    near = range(asked.page - BESIDE, asked.page + BESIDE + 1)
    shown = sorted({1, last} | {number for number in near if 1 <= number <= last})
    links: list[PageLink] = []
    for number, before in zip(shown, [0, *shown], strict=False):
        if number - before > 1:
            links.append(PageLink("…", ""))
        current = number == asked.page
        address = "" if current else asked.address(page=number)
        links.append(PageLink(str(number), address, current))
    return links


def as_json(asked: Asked, results: Results, found: Sequence[FoundStory]) -> dict[str, object]:
    """Return what was found as plain values for programs."""
    return {
        "query": asked.q,
        "total": results.total,
        "page": asked.page,
        "pages": results.pages,
        "suggestion": results.suggestion,
        "loosened": results.loosened,
        "words": [
            {"typed": one.typed, "found": list(one.found), "by_sound": one.by_sound}
            for one in results.words
        ],
        "stories": [_story_as_json(one, results) for one in found],
    }


def _story_as_json(of: FoundStory, results: Results) -> dict[str, object]:
    return {
        "number": of.card.number,
        "headline": of.card.headline,
        "standfirst": of.card.standfirst,
        "address": absolute(of.card.path),
        "kind": of.card.kind,
        "section": {"name": of.card.section.name, "address": absolute(of.card.section.path)},
        "published_at": local(of.card.published_at).isoformat(),
        "updated_at": local(of.card.updated_at).isoformat(),
        "excerpt": [{"text": one.text, "matched": one.marked} for one in _excerpt(of, results)],
    }
