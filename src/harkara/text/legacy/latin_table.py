"""Words that news and its readers write most in Latin letters, and what letters go together."""

ENGLISH = """
a about above according across act action after again against age ago air all almost along already
also although always am among an and another any are area army around art as ask asked at attack
away back bad bank based be became because become been before began behind being best better between
big bill body book both break bring brother build business but buy by call called came can car care
case cause center central centre change chief child children city clear close come company control
cost could council country course court cup cut data date day days dead deal death decision deep
department details did die different director do does doing done door down drive during each early
earth east education eight either election email end enough even evening event ever every fact
family far fast father fear feel few field fight film final find fire first five follow following
food foot for force form former found four free friend friends from front full game gave get girl
give given go god going gold good got government great ground group grow guest had half hand happen
happy hard has have he head health hear heart help her here high him himself his history hit hold
home hope hospital hot hour hours house how however human i idea if important in india indian
information inside into is issue it its job join just keep key kid kill killed kind know known land
large last late later law lead leader learn least leave led left legal less let letter level life
light like line list little live local long look lord lost lot love low made main make man many
march mark market match may me mean media meet meeting member members men message met might mile
million mind minister minute minutes missing modern money month months more morning most mother move
movie much music must my name nation national near need never new news next night no nor north not
note nothing now number of off office officer official officials often oh oil old on once one online
only open or order other our out outside over own page paper part party past pay peace people per
percent person phone photo photos pick picture place plan play player please point police political
poor post power present president press price prime problem process program project public put
question quite rain ran rate read ready real really reason record red release released rest result
return right rise road role room round rule run running rupees sad safe said same save saw say says
school science season seat second secretary section security see seen sell send series service set
seven several share she shot should show side since singh sir sister site six small so social some
someone something son song soon south space speak special staff stand star start state statement
states station stay still stop story street strong student students study such support sure system
take taken talk taste tax teacher team tell ten term test than thank thanks that the their them
themselves then there these they thing things think third this those though thought thousand three
through time times to today together told tomorrow too took top total toward town trade train true
try turn tv two under union united until up upon us use used user using very via video view visit
voice vote wait walk wall want war was watch water way we week weeks well went were west what when
where which while white who whole why wife will win with within without woman women won word words
work worked worker working world would write year years yes yesterday yet you young your
"""

# Hindi in Roman letters, short forms, and capitals written small.
ROMAN = """
aa aaj aap aapka aapke aapki aapko aata aaya ab abhi abi accha achha agar agr aisa aise apka apke
apki apna apne apni aur baad baat bahot bahut baki bana bas bc bhai bharat bhi bhut birthday bjp bol
bola bro btw cant cbi ceo chahiye chalo cm co com crore dekh dekha dekho desh didnt dil din diya dob
dont dost dr eg ek etc fax gandhi gaon gaya gaye gayi ghar gupta guy guys gya gye gyi ha haan hai
hain ham hamara hamare hamari hi hindu ho hoga hogi hona hota hote hoti hr hrs http https hu hua hui
hum humko ias id ie inc inka inke inki inko ipl ips iska iske iski isko isliye isme itna itne itni
jab jai jaisa jaise jao jay jee ji jiska jiske jiski jisne jo jr jyada ka kab kabhi kaha kahan kahin
kaisa kaise kaisi kal kam kar kare karna karne karo karta karte karti ke kg khabar khan khel khud ki
kis kisi kisne kitna kiya km ko koi kon kr krna krne kro krta krte kuch kumar kya kyon kyu kyuki
kyun kyunki ladka ladke ladki lag lakh le lekin liya liye lo log logo lol ltd ma mai maine mantri
mat mc mein mera mere meri mil min mje mla mm modi mp mr mrs ms msg mt muje mujhe muslim na naam
nahi nahin nd ndtv ne neta nh nhi nos omg paisa paise pakistan par pata pe pehle phir pic pics pls
plz plzz pm pr pura pure puri pvt raha rahe rahi rahul ram rd rha rhe rhi rhy rss rupay rupaye saath
sab sabhi sabka sahi sak sakta sakte sakti sarkar sath se sec sharma shehar sheher sirf soch st tab
tak tel tera tere teri th tha thi tho thoda thodi thy tk tmc toh tu tum tumhara tumko unka unke unki
unko ur url uska uske uski usko usme usne utna verma vha vo vs wala wale wali wo woh wont www ya
yaar yadav yahan yahi ye yeh yha yr yrr zindagi zyada
"""

# Consonants that stand side by side in English words or in Hindi written in Roman letters.
PAIRS = """
bb bd bh bl br bs bt cc ch ck cl cr cs ct dd dg dh dl dm dn dr ds dv dw dy ff fl fr fs ft gg gh gl
gm gn gr gs gt gy hl hm hn hr hs ht hw jh kh kk kl kr ks kt ky lc ld lf lh lk ll lm lp ls lt lv lw
ly mb mh mm mn mp mr ms my nc nd ng nh nj nk nn ns nt nv nw nx ny nz ph pl pp pr ps pt py rb rc rd
rf rg rh rj rk rl rm rn rp rr rs rt rv rw ry rz sc sh sk sl sm sn sp sq sr ss st sw sy tb tc th tl
tm tr ts tt tw ty vr vy wh wl wn wr xp xt ym yn zz
"""
