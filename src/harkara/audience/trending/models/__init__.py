"""What is kept of views and searches, a file for each thing."""

from harkara.audience.trending.models.counts import Count, Reckoning, Slip
from harkara.audience.trending.models.misses import Miss
from harkara.audience.trending.models.standing import Standing, TopList

__all__ = ["Count", "Miss", "Reckoning", "Slip", "Standing", "TopList"]
