"""Embeds: what a frame, a player or a quoted post showed, as a block of ours."""

import re
from urllib.parse import urlsplit

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
_POST = re.compile(r"\b(twitter-tweet|twitter-video|instagram-media|fb-post|fb-video)\b")
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
    address = followable(address.strip())
    if not address:
        return None
    video = video_addresses(address)
    if video is not None:
        return DraftVideo(url=video.watch)
    link = DraftLink(text=address, url=address)
    return DraftParagraph(text=address, links=(link,)) if links else None


def is_post(element: etree._Element) -> bool:
    """Say whether an element quotes a post of a social network."""
    return _POST.search(element.get("class") or "") is not None


def post_address(element: etree._Element) -> str:
    """Return where a quoted post is, "" if the quotation does not say."""
    addresses = [link.get("href") or "" for link in element.iter("a")]
    addresses += [element.get("cite") or "", element.get("data-instgrm-permalink") or ""]
    return next((one for one in reversed(addresses) if network_of(one)), "")


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
