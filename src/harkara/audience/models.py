"""All that the room keeps, in one place for Django: each part has its own tables."""

from harkara.audience.visitors.models import DailySecret, SpentToken

__all__ = ["DailySecret", "SpentToken"]
