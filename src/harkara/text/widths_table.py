"""How wide letters are, in hundredths of an em: a line for each width, then what has it.

Measured in Noto Sans Devanagari Regular, the font of most phones; other text fonts differ by a
tenth, and so does a headline's bold.
"""

# Letters, whole signs and marks. Signs above and below the line take no room, and are not here.
WHOLE = """
77 कफ
82 ख
56 गनऩवब
59 घ
64 ङचथ
70 छभ
74 जञ
76 झळऴअऄ
50 ट
58 ठषय
54 ड
55 ढ
72 ण
57 तप
53 दह
61 ध
60 म
41 रऱ
68 लशस
102 आऑओऔऒ
49 इई
55 उएऐऍऎ
79 ऊ
85 ऋ
26 ािीॉॊोौ
20 ः
52 ०१२३४५६७८९?
43 ॰/
38 ।!
60 ॥
27 ,.
29 :;
34 -I
50 –“”
100 —
31 ‘’
35 ()
80 …
54 |T
83 %
26 ilj '"
34 ft
41 r
48 csz
53 kxvyJL
56 aeEFS
62 bdghnopquABCKPRXZVY
57 0123456789$₹
75 DGHNOQU
94 mMW
79 w
"""
# Letters without their stem, as they stand in a cluster: the half of न is narrower than न.
HALF = """
54 क
58 खठ
28 गत
35 घम
40 चथ
70 छ
57 ज
50 झट
53 ञद
47 णल
54 डफ
56 ढ
38 धषस
30 नप
33 बय
44 भ
39 व
43 श
45 ह
"""
