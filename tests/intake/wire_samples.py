"""What an agency sends, for tests: one item, version by version, and photos."""

import io
import json
from typing import Any

from PIL import Image, IptcImagePlugin
from tests.intake.conftest import PAGES

from harkara.intake.models import WireService

ITEM = "urn:agency.example:pul-41"
_STORY = (PAGES.parent / "wires" / "story.json").read_text(encoding="utf-8")
TEXT = "सोहनी नदी पर बना नया पुल मंगलवार को खोल दिया गया। इससे तीस गांवों की राह आसान हुई।"


def item(version: int, text: str = TEXT, **changes: Any) -> bytes:
    """Return a version of one story."""
    told = json.loads(_STORY) | {
        "version": str(version),
        "versionCreated": f"2026-11-24T12:{version:02}:00+05:30",
        "bodies": [{"contentType": "text/plain", "value": text}],
    }
    return json.dumps(told | changes, ensure_ascii=False).encode()


def agency(**fields: Any) -> WireService:
    """Return a wire that the paper takes."""
    service = WireService(**{"name": "खबर एजेंसी", "slug": "agency"} | fields)
    service.full_clean()
    service.save()
    return service


def jpeg(caption: str = "", credit: str = "", colour: str = "teal") -> bytes:
    """Return a small photo, with IPTC's caption and credit in it if they are given."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    said = b"".join(
        b"\x1c\x02" + bytes([number]) + len(text.encode()).to_bytes(2) + text.encode()
        for number, text in ((120, caption), (110, credit))
        if text
    )
    if not said:
        return out.getvalue()
    # IPTC lies in Photoshop's resource 0x0404, and that in the segment APP13.
    block = b"8BIM\x04\x04\x00\x00" + len(said).to_bytes(4) + said + b"\0" * (len(said) % 2)
    segment = b"Photoshop 3.0\0" + block
    head, tail = out.getvalue()[:2], out.getvalue()[2:]
    made = head + b"\xff\xed" + (len(segment) + 2).to_bytes(2) + segment + tail
    with Image.open(io.BytesIO(made)) as photo:
        assert IptcImagePlugin.getiptcinfo(photo)
    return made
