"""Plugins: what the usual plugins and bought themes keep beside a post, where WordPress says less.

Each table names the fields as their plugins do, the likeliest first: Yoast SEO, Rank Math, The SEO
Framework; the themes of tagDiv (Newspaper, Newsmag), JNews, TieLabs (Jannah, Sahifa), BetterStudio
(Publisher); WP Subtitle, Featured Image from URL, and CF Post Formats, whose field for a video many
themes share. A field of several values is stored as PHP serialises an array.
"""

import re
from collections.abc import Iterator, Mapping

Meta = Mapping[str, str]
Field = tuple[str, str]
"""The name of a field, and of the value in its array; "" if it is no array."""

_PRIMARY: tuple[Field, ...] = (
    ("_yoast_wpseo_primary_category", ""),
    ("rank_math_primary_category", ""),
    ("_primary_term_category", ""),
    ("td_post_theme_settings", "td_primary_cat"),
    ("jnews_primary_category", "id"),
    ("tie_primary_category", ""),
    ("_bs_primary_category", ""),
)
_SUBTITLES: tuple[Field, ...] = (
    ("td_post_theme_settings", "td_subtitle"),
    ("post_subtitle", ""),
    ("tie_post_sub_title", ""),
    ("bs_subtitle", ""),
    ("wps_subtitle", ""),
)
_VIDEOS: tuple[Field, ...] = (
    ("td_post_video", "td_video"),
    ("_format_video_embed", ""),
    ("tie_video_url", ""),
    ("tie_embed_code", ""),
    ("_featured_embed_code", ""),
)
_PICTURES: tuple[Field, ...] = (("fifu_image_url", ""),)
_SOURCES: tuple[tuple[Field, Field], ...] = (
    (("td_post_theme_settings", "td_source"), ("td_post_theme_settings", "td_source_url")),
    (("_bs_source_name", ""), ("_bs_source_url", "")),
)
_FRAME = re.compile(r"<iframe\b[^>]*?\bsrc\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)


def primary_category(meta: Meta) -> str:
    """Return the number of the category that a post was said to belong to, "" if none was."""
    return next(filter(str.isdecimal, _values(meta, _PRIMARY)), "")


def subtitle(meta: Meta) -> str:
    """Return the line below the headline, as HTML, "" if there is none."""
    return next(_values(meta, _SUBTITLES), "")


def video(meta: Meta) -> str:
    """Return the address of the video that stood for the picture of a post, "" if none did."""
    said = next(_values(meta, _VIDEOS), "")
    frame = _FRAME.search(said)
    return frame[1] if frame else said


def picture(meta: Meta) -> str:
    """Return the address of a featured picture that is no attachment, "" if there is none."""
    return next(_values(meta, _PICTURES), "")


def source(meta: Meta) -> tuple[str, str]:
    """Return the name and the address of whom a post was taken from, "" for what is not said."""
    for names, addresses in _SOURCES:
        name, address = (next(_values(meta, (field,)), "") for field in (names, addresses))
        if name or address:
            return name, address
    return "", ""


def serialised(array: str, name: str) -> str:
    """Return the text or number under a name in an array as PHP serialises it, "" if it has none.

    >>> serialised('a:2:{s:2:"id";i:7;s:4:"said";s:6:"पुल";}', "said")
    ''
    >>> serialised('a:2:{s:2:"id";i:7;s:4:"said";s:9:"पुल";}', "said")
    'पुल'
    >>> serialised('a:2:{s:2:"id";i:7;s:4:"said";s:9:"पुल";}', "id")
    '7'
    """
    raw, key = array.encode(), name.encode()
    found = re.search(rb's:%d:"%b";(?:i:(\d+);|s:(\d{1,7}):")' % (len(key), re.escape(key)), raw)
    if found is None:
        return ""
    if found[1]:
        return found[1].decode()
    ends = found.end() + int(found[2])
    # PHP counts bytes: where the count is wrong, what follows cannot be told from the text.
    return (
        raw[found.end() : ends].decode("utf-8", "ignore") if raw[ends : ends + 2] == b'";' else ""
    )


def _values(meta: Meta, fields: tuple[Field, ...]) -> Iterator[str]:
    """Give what the fields of a table say, those that say nothing left out."""
    for name, inner in fields:
        if said := meta.get(name, ""):
            value = serialised(said, inner) if inner else said
            if value := value.strip():
                yield value
