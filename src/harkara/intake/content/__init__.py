"""Content: the HTML of one story, without a page around it, to draft blocks.

Feeds and wires hand over what their author meant as the story; WordPress and Ghost what they
stored of it. What could run, and what readers do not see, is left out of both; what differs is in
`ways.py`.
"""

from harkara.intake.content.featured import shown_once
from harkara.intake.content.found import Content
from harkara.intake.content.notices import counted, lost
from harkara.intake.content.reading import blocks_of, read_content
from harkara.intake.content.texts import html_of, plain, readable_words
from harkara.intake.content.ways import Ways, sent, stored, syndicated

__all__ = [
    "Content",
    "Ways",
    "blocks_of",
    "counted",
    "html_of",
    "lost",
    "plain",
    "read_content",
    "readable_words",
    "sent",
    "shown_once",
    "stored",
    "syndicated",
]
