"""Embeds: what a frame, a player or a quoted post showed, as a block of ours."""

import re
from urllib.parse import urlsplit

from lxml import etree

from harkara.intake.drafts import DraftBlock, DraftLink, DraftParagraph, DraftPost, DraftVideo
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


def embed(address: str) -> DraftBlock | None:
    """Return what stands for something that was embedded from an address, None if it is none."""
    address = f"https:{address}" if address.startswith("//") else address
    address = followable(address.strip())
    if not address:
        return None
    video = video_addresses(address)
    if video is not None:
        return DraftVideo(url=video.watch)
    return DraftParagraph(text=address, links=(DraftLink(text=address, url=address),))


def is_post(element: etree._Element) -> bool:
    """Say whether an element quotes a post of a social network."""
    return _POST.search(element.get("class") or "") is not None


def post(element: etree._Element, text: str) -> DraftBlock | None:
    """Return a quoted post by its text; one that shows no words is a link to it."""
    addresses = [link.get("href") or "" for link in element.iter("a")]
    addresses += [element.get("cite") or "", element.get("data-instgrm-permalink") or ""]
    address = next((one for one in reversed(addresses) if network_of(one)), "")
    if not address:
        return None
    # Its last link is its date.
    *_others, last = ["", *(" ".join("".join(a.itertext()).split()) for a in element.iter("a"))]
    text = text.removesuffix(last).rstrip()
    signed = _SIGNED.search(text)
    words = text[: signed.start()].strip() if signed else text.strip()
    who = signed["who"].strip() if signed else ""
    if not words or not who:
        return embed(address)
    return DraftPost(text=words, author=who, network=network_of(address), url=address)


def network_of(address: str) -> str:
    """Return the name of the social network an address is of, "" if it is of none."""
    host = urlsplit(followable(address)).hostname or ""
    return NETWORKS.get(host.removeprefix("www.").removeprefix("m.").removeprefix("mobile."), "")
