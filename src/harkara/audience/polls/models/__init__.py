"""What is kept of polls, a file for each thing."""

from harkara.audience.polls.models.crowd import Crowd
from harkara.audience.polls.models.poll import Choice, Poll
from harkara.audience.polls.models.trail import PollDecision
from harkara.audience.polls.models.vote import JournalRead, Seal, Vote

__all__ = ["Choice", "Crowd", "JournalRead", "Poll", "PollDecision", "Seal", "Vote"]
