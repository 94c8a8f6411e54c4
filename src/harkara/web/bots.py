"""Bots: who asks for pages without being a reader, by what it calls itself."""

import re
from functools import lru_cache

# All browsers begin so; Opera Mini's data saver alone has another first word.
_BROWSER = ("Mozilla/", "Opera/")
# Crawlers, previews of links, watchers of sites and programs; most call themselves so. That a
# reader's browser has one of these words in its name is not known.
_BOT = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|scrap|headless|phantom|selenium|puppeteer|playwright|"
    r"lighthouse|pagespeed|gtmetrix|pingdom|uptime|monitor|preview|facebookexternalhit|whatsapp/|"
    r"telegram|embedly|mediapartners|feedfetcher|google-read-aloud|python|curl/|wget|java/|"
    r"okhttp|go-http|node-fetch|axios|libwww|httpclient|archive\.org",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def is_bot(agent: str) -> bool:
    """Say whether what a program calls itself is no reader's browser."""
    return not agent.startswith(_BROWSER) or bool(_BOT.search(agent))
