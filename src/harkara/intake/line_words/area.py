"""Areas: the parts that the page round a story has."""

from enum import StrEnum, auto


class Area(StrEnum):
    """The part of the page that a line's containers say they are."""

    NONE = auto()
    MENU = auto()
    BREADCRUMB = auto()
    SHARE = auto()
    COMMENTS = auto()
    RELATED = auto()
    ALSO_READ = auto()
    ADVERT = auto()
    PROMPT = auto()
    TAGS = auto()
    AUTHOR = auto()
    STAMP = auto()
    STANDFIRST = auto()
    POLL = auto()
    WIDGET = auto()
    FOOTER = auto()
    FORM = auto()
    HIDDEN = auto()
