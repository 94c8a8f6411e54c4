"""The demo paper itself: its name, its sections, and what it says about itself."""

import tomllib
from dataclasses import dataclass

from harkara.demo.stories import FOLDER
from harkara.newsroom.actions.founding import NewPaper, NewSection

NAME = "चंदरेला समाचार"
SECTIONS = (
    NewSection(
        name="जिला",
        slug="zila",
        colour="maroon",
        description="चंदरेला, नौघाट, केसरपुर और जिले के हर गांव-कस्बे की खबर।",
    ),
    NewSection(
        name="देश",
        slug="desh",
        colour="indigo",
        description="देश और प्रदेश के फैसले, और हमारे जिले पर उनका असर।",
    ),
    NewSection(
        name="दुनिया",
        slug="duniya",
        colour="teal",
        description="सात समंदर पार की खबरें, आसान भाषा में।",
    ),
    NewSection(
        name="खेती-किसानी",
        slug="kheti",
        colour="olive",
        description="खेत, नहर, मंडी और मौसम: किसान के काम की हर बात।",
    ),
    NewSection(
        name="कारोबार",
        slug="karobar",
        colour="ochre",
        description="बाजार, बैंक और छोटे उद्योग: पैसा कहां से आया, कहां गया।",
    ),
    NewSection(
        name="शिक्षा",
        slug="shiksha",
        colour="slate",
        description="स्कूल, कॉलेज, छात्रवृत्ति और विज्ञान की खबरें।",
    ),
    NewSection(
        name="खेल",
        slug="khel",
        colour="rust",
        description="गांव के अखाड़े से प्रदेश लीग तक, मैदान का हाल।",
    ),
    NewSection(
        name="कला-संस्कृति",
        slug="sanskriti",
        colour="plum",
        description="लोककला, संगीत, किताबें, करघा और रसोई।",
    ),
)


@dataclass(frozen=True, slots=True)
class About:
    """A page the paper has about itself; the body is HTML."""

    slug: str
    title: str
    body: str


def new_paper(host: str, port: int) -> NewPaper:
    """Return the demo paper as it is founded for readers at an address."""
    return NewPaper(
        name=NAME,
        tagline="सोहनी के दोनों किनारों की खबर",
        host=host,
        port=port,
        sections=SECTIONS,
        publisher=NAME,
        email="sampadak@chandrela.example",
        address="पुराना डाकघर मार्ग, चंदरेला",
    )


def about() -> tuple[About, ...]:
    """Return the pages the paper has about itself, in the order of its foot."""
    pages = tomllib.loads((FOLDER / "about.toml").read_text())["page"]
    return tuple(About(**page) for page in pages)
