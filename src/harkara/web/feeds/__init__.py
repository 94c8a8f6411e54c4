"""Feeds: the same stories, whole, for readers that are programs."""

from harkara.web.feeds.atom import atom
from harkara.web.feeds.channel import Channel, Item, channel
from harkara.web.feeds.jsonfeed import json_feed
from harkara.web.feeds.rss import rss

__all__ = ["Channel", "Item", "atom", "channel", "json_feed", "rss"]
