"""Addresses of videos: the one to watch, and the one that embeds without cookies."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import regex

from harkara.newsroom.links import followable

VIDEO_ID = regex.compile(r"[A-Za-z0-9_-]{6,20}")


@dataclass(frozen=True, slots=True)
class VideoAddresses:
    """Where a video is watched, and where it is embedded from after the reader's click."""

    provider: str
    watch: str
    embed: str


def video_addresses(url: str) -> VideoAddresses | None:
    """Return the addresses of a YouTube video, or None if the address is of something else."""
    parts = urlsplit(followable(url))
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if host == "youtu.be":
        video = parts.path.strip("/")
    elif host in ("youtube.com", "youtube-nocookie.com"):
        last = parts.path.rstrip("/").rpartition("/")[2]
        video = parse_qs(parts.query).get("v", [last])[0]
    else:
        return None
    if not VIDEO_ID.fullmatch(video):
        return None
    return VideoAddresses(
        provider="YouTube",
        watch=f"https://www.youtube.com/watch?v={video}",
        embed=f"https://www.youtube-nocookie.com/embed/{video}",
    )
