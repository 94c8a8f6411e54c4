"""Embeds: what a frame, a player or a quoted post showed, as a block of ours."""

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from lxml import etree

from harkara.intake.drafts import DraftBlock, DraftLink, DraftParagraph, DraftPost, DraftVideo
from harkara.intake.markup import words
from harkara.newsroom.links import followable
from harkara.newsroom.videos import video_addresses

NETWORKS = {
    "twitter.com": "X",
    "x.com": "X",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "threads.net": "Threads",
    "t.me": "Telegram",
}
_BARE = frozenset({"X", "Instagram", "Threads"})
_POST = re.compile(r"\b(twitter-tweet|twitter-video|instagram-media|fb-post|fb-video)\b")
_PLAYER = re.compile(r"https?://(?:www\.|web\.|m\.)?facebook\.com/plugins/(?:video|post)\.php\?")
_NAMELESS = frozenset({"youtube video player", "youtube video", "embedded content", "iframe"})
# Below the words of a post stands a dash, and who wrote them.
_SIGNED = re.compile(r"\s*[—–]\s*(?P<who>[^—–]{1,120})$")


def address_in(frame: etree._Element) -> str:
    """Return where a frame or a player shows something from, "" if it does not say."""
    if frame.tag == "amp-youtube":
        return f"https://youtu.be/{frame.get('data-videoid') or ''}"
    named = (frame, *frame.iterfind(".//*[@src]"))
    said = (one.get("data-src") or one.get("src") for one in named)
    return next(filter(None, said), None) or frame.get("data") or ""


def embed(address: str, *, links: bool) -> DraftBlock | None:
    """Return what stands for something that was embedded from an address, None if nothing does.

    What is no video of a kind that the newsroom plays is a link to it if `links` are wanted.
    """
    address = f"https:{address}" if address.startswith("//") else address
    address = _inside(followable(address.strip()))
    if not address:
        return None
    video = video_addresses(address)
    if video is not None:
        return DraftVideo(url=video.watch)
    link = DraftLink(text=address, url=address)
    return DraftParagraph(text=address, links=(link,)) if links else None


def titled(block: DraftBlock | None, title: str) -> DraftBlock | None:
    """Return what was embedded under the words that stood below it there."""
    match block:
        case DraftVideo() if title:
            return replace(block, title=title)
        case DraftParagraph(links=(link, *_more)) if title:
            return DraftParagraph(text=title, links=(DraftLink(text=title, url=link.url),))
    return block


def title_of(frame: etree._Element) -> str:
    """Return how a frame names what it shows, "" if it does not tell it from others."""
    title = " ".join((frame.get("title") or "").split())
    return "" if title.casefold() in _NAMELESS else title


def _inside(address: str) -> str:
    """Return what Facebook's player shows: its address stands in that of the player."""
    if _PLAYER.match(address) is None:
        return address
    shown = parse_qs(urlsplit(address).query).get("href", [""])[0]
    return followable(shown) or address


def is_post(element: etree._Element) -> bool:
    """Say whether an element quotes a post of a social network."""
    return _POST.search(element.get("class") or "") is not None


def post_address(element: etree._Element) -> str:
    """Return where a quoted post is, "" if the quotation does not say."""
    addresses = [link.get("href") or "" for link in element.iter("a")]
    addresses += [element.get("cite") or "", element.get("data-instgrm-permalink") or ""]
    found = next((one for one in reversed(addresses) if network_of(one)), "")
    # What follows the address of such a post says only from where its reader came.
    return found.partition("?")[0] if network_of(found) in _BARE else found


def post(element: etree._Element, text: str, address: str) -> DraftPost | None:
    """Return a quoted post by its text, None if it does not show its words and who wrote them."""
    # Its last link is its date.
    *_others, last = ["", *map(words, element.iter("a"))]
    text = text.removesuffix(last).rstrip()
    signed = _SIGNED.search(text)
    said = text[: signed.start()].strip() if signed else ""
    who = signed["who"].strip() if signed else ""
    if not said or not who:
        return None
    return DraftPost(text=said, author=who, network=network_of(address), url=address)


def network_of(address: str) -> str:
    """Return the name of the social network an address is of, "" if it is of none."""
    host = urlsplit(followable(address)).hostname or ""
    return NETWORKS.get(host.removeprefix("www.").removeprefix("m.").removeprefix("mobile."), "")
