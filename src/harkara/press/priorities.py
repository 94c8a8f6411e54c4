"""What comes first at the press: the smaller the number, the sooner."""

STORY = 10
FRONT = 20
SECTION = 25
FEED = 30
SITEMAP = 40
TOPIC = 50
REST = 90
