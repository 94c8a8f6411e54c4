"""Phrases: the words that pages, not stories, are made of, in Hindi and in English.

A vocabulary matches a line when every word of the line is in it and one of its core words is there,
so `Trending Videos`, `Latest Hindi News` and `ताजा खबरें` need no entry of their own.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from harkara.intake.line_words.area import Area

WHY = {
    Area.MENU: _("menu of the page"),
    Area.BREADCRUMB: _("breadcrumb"),
    Area.SHARE: _("share row"),
    Area.COMMENTS: _("comment form or comments"),
    Area.RELATED: _("list of other stories"),
    Area.ALSO_READ: _("label over other stories"),
    Area.ADVERT: _("advertisement or vendor's line"),
    Area.PROMPT: _("prompt to follow, join or install"),
    Area.TAGS: _("row of tags"),
    Area.AUTHOR: _("box about the author"),
    Area.STAMP: _("date, byline or reading time, kept as data"),
    Area.POLL: _("poll"),
    Area.WIDGET: _("title of a widget"),
    Area.FOOTER: _("footer of the page"),
    Area.FORM: _("form of the page"),
    Area.HIDDEN: _("not shown on the page"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one kind of page furniture."""

    area: Area
    core: frozenset[str]
    filler: frozenset[str]
    weight: float = 5.0


def _vocabulary(area: Area, core: str, filler: str, weight: float = 5.0) -> Vocabulary:
    return Vocabulary(
        area=area, core=frozenset(core.split()), filler=frozenset(filler.split()), weight=weight
    )


VOCABULARIES = (
    _vocabulary(
        Area.ADVERT,
        "advertisement advertisements advertising ad ads sponsored promoted विज्ञापन प्रायोजित",
        "continue continues reading below after here with us by content story this close remove "
        "skip "
        "scroll to read more के बाद जारी खबर पढ़ना रखें यहां दें स्क्रॉल करें है कंटेंट हटाएं",
    ),
    _vocabulary(
        Area.SHARE,
        "share shares shared facebook twitter whatsapp telegram linkedin pinterest instagram email "
        "e-mail print copy koo threads reddit messenger tumblr tweet शेयर साझा फेसबुक ट्विटर "
        "व्हाट्सएप "
        "व्हाट्सऐप वॉट्सऐप वाट्सएप व्हाट्सअप टेलीग्राम टेलिग्राम लिंक्डइन इंस्टाग्राम ईमेल "
        "ई-मेल प्रिंट ट्वीट कॉपी",
        "this on via to in new window opens click a an link url pin it love like follow us with "
        "your "
        "friends story article post news the save send x youtube copied एक्स यूट्यूब लिंक करें "
        "करे कीजिए "
        "को पर से इसे यह खबर के साथ दोस्तों फॉलो हमें लेख सेव",
    ),
    _vocabulary(
        Area.COMMENTS,
        "comment comments commenting reply replies टिप्पणी टिप्पणियां टिप्पणियाँ कमेंट कमेंट्स "
        "प्रतिक्रिया "
        "प्रतिक्रियाएं",
        "leave a an no your you post write add view all be the first to on this cancel off closed "
        "are is here login log in must for show hide load more join discussion अपनी राय दें "
        "करें लिखें "
        "छोड़ें भेजें बंद हैं है कोई नहीं पहली पहले पोस्ट देखें सभी यहां रद्द एक और उत्तर जवाब",
    ),
    _vocabulary(
        Area.FORM,
        "name email e-mail website captcha submit नाम ईमेल वेबसाइट",
        "your address required optional send message आपका अपना पता संदेश जमा करें भेजें",
    ),
    _vocabulary(
        Area.POLL,
        "poll polls vote votes voting पोल वोट जनमत रायशुमारी",
        "view your now total options and opinion online results result loading the of day your "
        "की करें "
        "दें परिणाम देखें अपना आपका आपकी आज का राय",
    ),
    _vocabulary(Area.POLL, "राय मत", "आपकी आपका अपनी अपना क्या है बताएं दें", 3.0),
    _vocabulary(
        Area.WIDGET,
        "trending popular latest recent featured spotlight videos video shorts photos ट्रेंडिंग "
        "लोकप्रिय "
        "ताजा ताज़ा लेटेस्ट वायरल सर्वाधिक टॉप वीडियो स्टोरीज गैलरी",
        "news now hindi posts post stories story top most read viewed watch live web photo gallery "
        "must hot breaking today in this week खबरें खबर न्यूज समाचार स्टोरी पोस्ट फोटो पढ़ी "
        "पढ़े गई गईं गए जाने "
        "वाली वाले आज की सबसे और बड़ी हिंदी वेब देखें ज्यादा अधिक",
    ),
    _vocabulary(
        Area.WIDGET,
        "listen click सुनें सुनिए क्लिक",
        "to this news article story here now खबर इसे यह यहां करें कीजिए पर",
        4.0,
    ),
    _vocabulary(
        Area.RELATED,
        "related recommended more similar previous prev next older newer संबंधित अन्य पिछला "
        "पिछली अगला "
        "अगली",
        "posts post news stories story articles article topics for you may might also like from "
        "read reading section खबरें खबर समाचार लेख पोस्ट आपके लिए और भी पसंद आ सकता सकती है हैं "
        "बड़ी",
        4.0,
    ),
    _vocabulary(Area.RELATED, "और", "भी खबरें खबर पढ़ें समाचार", 3.0),
    _vocabulary(
        Area.AUTHOR,
        "author लेखक",
        "about the by view all posts more from के बारे में परिचय की सभी पोस्ट देखें",
        4.0,
    ),
    _vocabulary(
        Area.FOOTER,
        "privacy terms disclaimer contact sitemap careers cookie cookies grievance redressal "
        "copyright "
        "गोपनीयता शर्तें अस्वीकरण संपर्क साइटमैप करियर",
        "policy conditions about us and of use service with our code ethics rss feed feedback home "
        "advertise advertising jobs the site map t&c नीति नियम हमारे बारे में और करें हमसे की "
        "फीडबैक होम विज्ञापन",
    ),
    _vocabulary(
        Area.FOOTER,
        "about हमारे",
        "us our team बारे में परिचय टीम",
        4.0,
    ),
    _vocabulary(
        Area.MENU,
        "home menu login search epaper e-paper skip toggle subscribe मुखपृष्ठ होम मेन्यू मेनू "
        "लॉगिन "
        "लॉग-इन खोजें सर्च ई-पेपर ईपेपर",
        "navigation navigate content main to close open sign in up out register log your my "
        "account "
        "us page english hindi हिंदी हिन्दी मुख्य पेज करें बंद अंग्रेजी मराठी",
    ),
    _vocabulary(
        Area.MENU,
        "home news india national world international sports business entertainment lifestyle tech "
        "technology education health crime politics opinion religion uncategorized cricket "
        "bollywood "
        "होम देश विदेश दुनिया राज्य राजनीति खेल मनोरंजन कारोबार बिजनेस शिक्षा सेहत स्वास्थ्य "
        "अपराध धर्म ज्योतिष "
        "राशिफल क्रिकेट बॉलीवुड लाइफस्टाइल टेक ऑटो मौसम जीवनशैली विचार राष्ट्रीय अंतरराष्ट्रीय "
        "प्रदेश शहर संपादकीय",
        "and state states city local more videos और की खबरें समाचार न्यूज अन्य करियर संस्कृति विज्ञान",
        2.5,
    ),
)

COPYRIGHT = re.compile(
    r"©|\ball rights reserved\b|\bcopyright\s+(?:19|20)\d\d"
    r"|सर्वाधिकार\s+सुरक्षित|कॉपीराइट\s+(?:19|20)\d\d"
    r"|^\s*(?:powered|designed|developed|theme|website)\s+by\b",
    re.IGNORECASE,
)
# What each of these has, found far sooner in a line in one case: `re` runs ahead to first letters.
NAMES_RIGHTS = re.compile(
    "©|all rights|copyright|सर्वाधिकार|कॉपीराइट|powered|designed|developed|theme|website"
)
FORM_SENTENCES = re.compile(
    r"^your email address will not be published|^required fields are marked|^save my name,? email"
    r"|^you must be logged in|^logged in as|^this site uses akismet"
    r"|^आपका ई-?मेल (?:पता )?प्रकाशित नहीं"
    r"|^आवश्यक फ़?ील्ड|^enter code|^fill in your details",
    re.IGNORECASE,
)
TAGS = re.compile(
    r"^\s*(?:(?:tags?|tagged|keywords?|filed under|topics?|categor(?:y|ies)|read more about"
    r"|टैग्?स?|की-?वर्ड्?स?|श्रेणी|श्रेणियां)\s*[:|\uff1a–-]"
    r"|tagged with\b|filed under\b|(?:#[^\s#]+[\s,]*){2,}$)",
    re.IGNORECASE,
)
NEIGHBOUR = re.compile(
    r"^\s*(?:[«\u2039←<]+\s*)?(?:previous|prev|next|older|newer|पिछली|पिछला|अगली|अगला)\s*"
    r"(?:post|article|story|news|खबर|पोस्ट|लेख)?\s*[:»\u203a→>–-]\s*\S|^\s*[«\u2039←]\s*\S|\S\s*[»\u203a→]\s*$",
    re.IGNORECASE,
)
PICTURE_CREDIT = re.compile(
    r"^\W*(?:फोटो|तस्वीर|चित्र|photo|image|pic|picture)\s*"
    r"(?:source|credit|courtesy|साभार|सौजन्य|क्रेडिट|सोर्स)?"
    r"\s*[:\uff1a–-].{0,80}$|^\W*(?:फाइल|सांकेतिक|प्रतीकात्मक)\s+(?:फोटो|तस्वीर|चित्र)\W*$",
    re.IGNORECASE,
)
_CHANNEL = (
    r"व्हाट्स|वॉट्स|वाट्स|टेली?ग्राम|टेलिग्राम|यू-?ट्यूब|फेसबुक|इंस्टाग्राम|ट्विटर|गूगल न्यूज"
    r"|चैनल|ग्रुप|\bए[पे]प\b|ऐप|न्यूज-?लेटर"
    r"|नोटिफिकेशन|whatsapp|telegram|youtube|facebook|instagram|twitter|google news|channel|group"
    r"|newsletter|notification|\bapp\b|प्ले स्टोर|play store|वेबसाइट"
)
_ASK = (
    r"जुड़[ेि]|जुड़ने|जॉइन|ज्वाइन|फॉलो|डाउनलोड|सब्सक्राइब|लाइक|क्लिक|इंस्टॉल"
    r"|follow|join|download|subscribe|install"
    r"|sign up|click|like|add us|get the"
)
_US = (
    r"हमारे|हमारी|हमारा|हमसे|हमें|खबरों के लिए|खबरें पाने|हर खबर|अपडेट|ब्रेकिंग"
    r"|ताज[ाी]|\bus\b|\bour\b|latest|updates"
    r"|breaking|for more|news app"
)
PROMPT = re.compile(
    rf"^(?=.{{0,400}}?(?:{_CHANNEL}))(?=.{{0,400}}?(?:{_ASK}))(?=.{{0,400}}?(?:{_US}))",
    re.IGNORECASE,
)
INVITES = re.compile(
    r"करें|जुड़ें|जुड़िए|कीजिए|लीजिए|पाएं|\b(?:follow|join|click|download)\b", re.IGNORECASE
)
# And what every prompt has.
NAMES_CHANNEL = re.compile(_CHANNEL.replace(r"\b", ""))
MOST_PROMPT_WORDS = 45
SEPARATOR = re.compile(
    r"\s*(?:»|\u203a|>{1,2}|→|::|/|\||•|·|\u276f|\N{BLACK RIGHT-POINTING TRIANGLE})\s*"
)
CRUMB = re.compile(r"(?:»|\u203a|>|→|\u276f|(?<=\s)/(?=\s))")
HOME = re.compile(
    r"^\s*(?:home|होम|मुखपृष्ठ|मुख्य पृष्ठ|हिंदी न्यूज|hindi news|you are here)\b", re.IGNORECASE
)
