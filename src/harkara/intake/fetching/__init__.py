"""Fetching: what lies at a public address, without being led anywhere else.

Addresses of feeds and pages are typed by people and written by strangers. Every host is resolved
here, each of its addresses is checked, and the connection goes to the address that was checked;
the same again for every redirect. Bytes, time, redirects and kinds of content are bounded.
"""

from harkara.intake.fetching.fetcher import Fetched, Fetcher
from harkara.intake.fetching.limits import Known, Limits
from harkara.intake.fetching.refusals import NotFetched

__all__ = ["Fetched", "Fetcher", "Known", "Limits", "NotFetched"]
