"""Unpacking: an answer's body, bounded both as it comes and as it unfolds."""

import http.client
import zlib

from django.utils.translation import gettext_noop as _

from harkara.intake.fetching.refusals import NotFetched

PIECE = 64 * 1024
_PLAIN = ("", "identity")
_GZIP = ("gzip", "x-gzip")


def read_body(answer: http.client.HTTPResponse, most: int) -> bytes:
    """Return the body of an answer, unpacked.

    Raises NotFetched if it is more than `most` bytes, is packed in a way nobody asked for, or is
    broken.
    """
    packed = answer.headers.get("Content-Encoding", "").strip().lower()
    if packed not in _PLAIN + _GZIP:
        raise NotFetched(_("the server packs its answer in a way that was not asked for"))
    unpack = zlib.decompressobj(wbits=31) if packed in _GZIP else None
    body, came = bytearray(), 0
    while piece := answer.read(PIECE):
        came += len(piece)
        if came > most:
            raise too_large(most)
        body += _unpacked(unpack, piece, most + 1 - len(body)) if unpack else piece
        if len(body) > most:
            raise too_large(most)
    if unpack and came and not unpack.eof:
        raise NotFetched(_("the server's answer broke off"))
    return bytes(body)


def _unpacked(unpack: "zlib._Decompress", piece: bytes, most: int) -> bytes:
    try:
        return unpack.decompress(piece, most)
    except zlib.error as error:
        raise NotFetched(_("the server's answer cannot be unpacked")) from error


def too_large(most: int) -> NotFetched:
    """Return the refusal of an answer of more than so many bytes."""
    size = {"size": max(most // (1024 * 1024), 1)}
    return NotFetched(_("the server's answer is larger than %(size)d MB"), size)
