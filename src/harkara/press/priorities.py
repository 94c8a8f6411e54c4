"""What comes first at the press: the smaller the number, the sooner."""

FRAGMENT = 5
STORY = 10
FRONT = 20
SECTION = 25
FEED = 30
TOPIC = 40
PICTURE = 50
SITEMAP = 60
REST = 90
