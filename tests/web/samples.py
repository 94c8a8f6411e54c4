"""A small paper by hand: every kind of record that pages are made from."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from harkara.audience.comments.records import Conversation, Said
from harkara.audience.polls.records import Option, Shown, Stage
from harkara.audience.trending.records import Kind, MostRead, Span
from harkara.newsroom.records import (
    AlsoRead,
    Author,
    Block,
    Byline,
    Card,
    CorrectedStory,
    Correction,
    FactBox,
    Front,
    FrontBlock,
    Gallery,
    Heading,
    InfoPage,
    ListBlock,
    MenuLink,
    Paragraph,
    Picture,
    PictureBlock,
    PullQuote,
    Rendition,
    Section,
    SectionRef,
    Site,
    SocialPost,
    Source,
    Story,
    Table,
    Topic,
    TopicRef,
    Video,
)

NOON = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)  # twelve o'clock in India

DESH = SectionRef(id=1, name="देश", path="/desh/", colour="indigo")
KHEL = SectionRef(id=2, name="खेल", path="/khel/", colour="rust")

SITE = Site(
    name="परख समाचार",
    tagline="पहले परख, फिर खबर",
    language="hi",
    publisher="परख प्रकाशन",
    email="desk@example.org",
    address="घाट रोड, सोनपुरा",
    sections=(DESH, KHEL),
    info_pages=(MenuLink(title="हमारे बारे में", path="/hamare-bare-mein/"),),
    ads_txt="example.org, 12345, DIRECT",
)


def picture(name: str = "pul", ratio: float = 2 / 3) -> Picture:
    return Picture(
        renditions=tuple(
            Rendition(
                url=f"/media/images/{name}-{width}.webp", width=width, height=int(width * ratio)
            )
            for width in (400, 800, 1280)
        ),
        alt="नदी पर बना पुल।",
        caption="पुल से जाती पहली बस।",
        credit="फोटो: परख",
    )


def card(number: int = 7, **changes: object) -> Card:
    made = Card(
        number=number,
        headline=f"खबर संख्या {number}: पुल पर दौड़ी पहली बस",
        standfirst="चार साल में बनकर तैयार हुआ पुल।",
        kind="news",
        path=f"/desh/pul-par-bas-{number}/",
        section=DESH,
        published_at=NOON - timedelta(hours=number),
        updated_at=NOON - timedelta(hours=number),
        picture=picture(f"card{number}"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test names real fields


# One block of each kind, by the name of the part that shows it.
BLOCKS: dict[str, Block] = {
    "paragraph": Paragraph(
        html='पुल <strong>खुल</strong> गया, <a href="/desh/ghat-5/">घाट</a> सूना है।'
    ),
    "heading": Heading(text="लागत बढ़ी"),
    "picture": PictureBlock(picture=picture("andar")),
    "also_read": AlsoRead(card=card(5)),
    "video": Video(
        title="पुल का सफर",
        provider="YouTube",
        embed_url="https://www.youtube-nocookie.com/embed/abcdefghijk",
        watch_url="https://www.youtube.com/watch?v=abcdefghijk",
        poster=picture("poster"),
    ),
    "social_post": SocialPost(
        author="जिला प्रशासन",
        text="पुल खुल गया है।",
        network="एक्स",
        url="https://example.org/post/1",
    ),
    "pull_quote": PullQuote(text="हमने बहुत इंतजार किया।", who="धनीराम, चालक"),
    "fact_box": FactBox(title="एक नजर में", lines=("लंबाई 640 मीटर", "15 खंभे")),
    "list": ListBlock(ordered=False, items=("पहला", "दूसरा")),
    "table": Table(caption="किराया", head=("कहां से", "रुपये"), rows=(("नौघाट", "12"),)),
    "gallery": Gallery(pictures=(picture("ek"), picture("do"))),
}

STORY = Story(
    number=42,
    headline="सोहनी पुल पर दौड़ी पहली बस",
    standfirst="चार साल दो महीने में बना पुल खुला।",
    kind="report",
    path="/desh/sohni-pul-par-bas-42/",
    section=DESH,
    bylines=(
        Byline(name="मीरा चौहान", role="जिला संवाददाता", path="/lekhak/meera-chauhan/"),
        Byline(name="डॉ. रमा सेन", role="", path=None),
    ),
    dateline="नौघाट",
    published_at=NOON,
    updated_at=NOON + timedelta(hours=2),
    picture=picture("lead"),
    share_picture=Rendition(url="/media/images/share.jpg", width=1200, height=630),
    body=(Paragraph(html="सुबह छह बजे पहली बस चली।"), *BLOCKS.values()),
    word_count=420,
    topics=(TopicRef(id=3, name="सोहनी पुल", kind="thing", path="/vishay/sohni-pul/"),),
    corrections=(
        Correction(text="पहले लंबाई 460 मीटर लिखी थी।", corrected_at=NOON + timedelta(hours=1)),
    ),
    source=None,
    previous=card(41),
    next=card(43),
)
SOURCE = Source(name="घाट एजेंसी", credit="साभार", url="https://example.org/mool/khabar")

BARE = Story(
    number=50,
    headline="बिना तस्वीर की छोटी खबर",
    standfirst="",
    kind="news",
    path="/desh/chhoti-khabar-50/",
    section=DESH,
    bylines=(),
    dateline="",
    published_at=NOON,
    updated_at=NOON,
    picture=None,
    share_picture=None,
    body=(Paragraph(html="एक ही वाक्य।"),),
    word_count=0,
    topics=(),
    corrections=(),
    source=None,
    previous=None,
    next=None,
)

FRONT = Front(
    lead=card(1),
    seconds=(card(2), card(3)),
    latest=(card(4), card(5)),
    blocks=(
        FrontBlock(section=DESH, cards=(card(6), card(7))),
        FrontBlock(section=KHEL, cards=(card(8, section=KHEL),)),
        FrontBlock(section=KHEL, cards=()),
    ),
)
EMPTY_FRONT = Front(lead=None, seconds=(), latest=(), blocks=())

SECTION = Section(id=1, name="देश", path="/desh/", colour="indigo", description="देश भर की खबरें।")
AUTHOR = Author(
    id=4,
    name="मीरा चौहान",
    role="जिला संवाददाता",
    bio="मीरा दस साल से जिले की खबरें लिख रही हैं।",
    path="/lekhak/meera-chauhan/",
    picture=picture("meera", ratio=1),
)
TOPIC = Topic(
    id=3,
    name="सोहनी पुल",
    kind="thing",
    path="/vishay/sohni-pul/",
    description="नौघाट और चंदरेला के बीच का पुल।",
    aliases=("Sohni Pul",),
)
INFO = InfoPage(
    title="हमारे बारे में",
    path="/hamare-bare-mein/",
    html="<p>यह परख है।</p><h2>नियम</h2><ul><li>पहला</li></ul>",
    updated_at=NOON,
)
CORRECTED = (CorrectedStory(correction=STORY.corrections[0], card=card(42)),)

NOVEMBER, OCTOBER = date(2026, 11, 1), date(2026, 10, 1)


def said(number: int, **changes: object) -> Said:
    made = Said(
        id=number,
        name="सीमा वर्मा",
        text=f"टिप्पणी संख्या {number}: बहुत अच्छा काम।\nबधाई।",
        written_at=NOON,
        edited=False,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test names real fields


TALK = Conversation(
    number=STORY.number,
    count=4,
    sheets=2,
    said=(
        said(1, replies=(said(2, edited=True),)),
        said(3, is_gone=True, name="", text="", replies=(said(4),)),
        said(5, to="राम लाल"),
    ),
    is_open=True,
)


def most_read(span: Span, *numbers: int) -> MostRead:
    return MostRead(span=span, cards=tuple(card(number) for number in numbers))


MOST_READ = {
    (Kind.SITE, 0): (most_read(Span.TODAY, 42, 3, 1), most_read(Span.WEEK, 1, 2, 3, 42)),
    (Kind.SECTION, SECTION.id): (most_read(Span.TODAY, 3, 2, 1),),
    (Kind.VIDEO, 0): (most_read(Span.WEEK, 2, 1, 3),),
}

POLLS = {
    number: Shown(
        number=number,
        question=f"क्या पुल {number} समय पर बनेगा?",
        stage=stage,
        opens_at=NOON,
        closes_at=NOON + timedelta(days=2),
        options=(Option(1, "हां", 1234), Option(2, "नहीं", 766), Option(3, "पता नहीं")),
        aside=250,
    )
    for number, stage in enumerate((Stage.OPEN, Stage.CLOSED, Stage.PLANNED), 1)
}
