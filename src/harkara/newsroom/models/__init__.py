"""The things the desk names, a file for each."""

from harkara.newsroom.models.article import ArticlePage, Byline, CorrectionNote
from harkara.newsroom.models.author import Author
from harkara.newsroom.models.breaking import LONGEST_LINE, STANDING, BreakingLine
from harkara.newsroom.models.desk import DeskPage
from harkara.newsroom.models.front import FrontPage, Placement
from harkara.newsroom.models.info import InfoPage
from harkara.newsroom.models.live import AlsoReadChoice, Entry, LiveStory, Withdrawal
from harkara.newsroom.models.merge import TopicMerge
from harkara.newsroom.models.number import NumberSeries
from harkara.newsroom.models.photo import Photo, PhotoInDoubt, PhotoRendition
from harkara.newsroom.models.section import SectionPage
from harkara.newsroom.models.suggesting import Rejection, Suggested
from harkara.newsroom.models.topic import Topic

__all__ = [
    "LONGEST_LINE",
    "STANDING",
    "AlsoReadChoice",
    "ArticlePage",
    "Author",
    "BreakingLine",
    "Byline",
    "CorrectionNote",
    "DeskPage",
    "Entry",
    "FrontPage",
    "InfoPage",
    "LiveStory",
    "NumberSeries",
    "Photo",
    "PhotoInDoubt",
    "PhotoRendition",
    "Placement",
    "Rejection",
    "SectionPage",
    "Suggested",
    "Topic",
    "TopicMerge",
    "Withdrawal",
]
