"""The share card: the picture that other sites show beside a link to a story."""

from harkara.web.share_card.drawing import HEIGHT, WIDTH, draw

__all__ = ["HEIGHT", "WIDTH", "draw"]
