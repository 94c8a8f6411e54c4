"""What is done with views and searches by the clock."""

from harkara.audience.trending.actions.draining import drain
from harkara.audience.trending.actions.forgetting import forget
from harkara.audience.trending.actions.listing import make_lists

__all__ = ["drain", "forget", "make_lists"]
