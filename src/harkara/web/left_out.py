"""Who is left out of what is counted: programs, and readers who do not want to be followed."""

import re
from collections.abc import Mapping
from functools import lru_cache

# All browsers begin so; Opera Mini's data saver alone has another first word.
_BROWSER = ("Mozilla/", "Opera/")
# Crawlers, previews of links, watchers of sites and programs: what they call themselves by.
_BOT = re.compile(
    r"(?<!cu)bot\b|bot[/;_-]|crawl|spider|slurp|scrap|headless|phantom|selenium|puppeteer|"
    r"playwright|lighthouse|pagespeed|gtmetrix|pingdom|uptime|monitor|preview|facebookexternalhit|whatsapp/|"
    r"telegram|embedly|mediapartners|feedfetcher|google-read-aloud|python|curl/|wget|java/|"
    r"okhttp|go-http|node-fetch|axios|libwww|httpclient|archive\.org",
    re.IGNORECASE,
)


def is_left_out(environ: Mapping[str, str]) -> bool:
    """Say whether a request, as its WSGI environment tells of it, is not to be counted."""
    return wants_privacy(environ) or is_bot(environ.get("HTTP_USER_AGENT", ""))


def wants_privacy(environ: Mapping[str, str]) -> bool:
    """Say whether a browser asks not to be tracked (DNT), or that nothing be passed on (GPC)."""
    return environ.get("HTTP_DNT") == "1" or environ.get("HTTP_SEC_GPC") == "1"


@lru_cache(maxsize=2048)
def is_bot(agent: str) -> bool:
    """Say whether what a program calls itself is no reader's browser."""
    return not agent.startswith(_BROWSER) or bool(_BOT.search(agent))
