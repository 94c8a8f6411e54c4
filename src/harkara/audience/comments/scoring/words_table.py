"""Words that speak against a comment: abuse, rudeness, the phrases of advertisements.

Written by hand for this project, from what any moderator of Hindi comments has to know; no list was
copied. Devanagari only: a Roman spelling is known by its sound. The table holds abuse, so that
nobody else has to read it.
"""

# Sexual and family abuse, slurs of castes and faiths, threats.
HARSH = """
चूतिया चूतिये चूतियों चुतिया चुतिये चूतियापा चुतियापा चूत चूतड़ भोसड़ी भोसड़ीके भोसडीके भोसड़ा
भोसड़ीवाले मादरचोद मादरचोदों मदरचोद बहनचोद बहिनचोद बेहनचोद भेनचोद भैंचोद बेटीचोद चोदू चोदूँगा
चोदना चुदाई चुदवा चुदवाना चुदक्कड़ लंड लुंड लौड़ा लौड़े लवड़ा लवड़े लोड़ा लोड़े गांड गाँड गांडू गाँडू
गांडुओं झांट झाँट झांटू टट्टे रंडी रंडियां रंडियाँ रंडियों रंडवा रांड रंडीखाना छिनाल छिनार
कुतिया कुत्तिया हरामी हरामियों हरामखोर हरामखोरों हरामजादा हरामजादे हरामज़ादा हरामज़ादे हरामजादी
हरामज़ादी भड़वा भड़वे भड़वों भड़वी दल्ला दल्ले रखैल कटुआ कटुए कटवा कटवे कटुओं सुल्ले लांडिया
लुच्चा लुच्चे
"""

# What belittles, without being abuse.
RUDE = """
साला साले साली कुत्ता कुत्ते कुत्तों गधा गधे गधों उल्लू बेवकूफ बेवकूफों मूर्ख मूर्खों पागल
नालायक निकम्मा निकम्मे घटिया गद्दार गद्दारों देशद्रोही चमचा चमचे चमचों चाटुकार दलाल दलालों बिकाऊ
भक्तों अंधभक्त अंधभक्तों पप्पू फेंकू औकात बकवास बेशर्म बेशर्मों बेहया थू लानत नपुंसक नामर्द
टुच्चा ढोंगी पाखंडी दोगला दोगले दोगलों गोबर जाहिल जाहिलों गंवार कमीना कमीने कमीनी सूअर सुअर सुवर
सुअरों हिजड़ा हिजड़े चमार चमारों भंगी मुल्ला मुल्ले मुल्लों जिहादी जिहादियों
"""

# Roman words that sound like one above and are everyday ones: छोड़, गंद, लड़ा, चमक and English.
INNOCENT = """
chhod chod chhoda choda chhodo chodo chhode chhodna chodna chat chot chhut chhoot choot gand
gandi ganda gande land lend loud load laud chakka chakke sale sell sail sallo mulla mull mole
randhi rand round jhat jhatt jhoot dom dome doom data dalla dal bhang kat kata kate cut katwa
tukde
"""

# A phrase on each line, as a story's comments never have it and advertisements do.
ADVERTS = """
घर बैठे कमाएं
घर बैठे पैसे
घर बैठे कमाई
पैसे कमाने का
लोन चाहिए
तुरंत लोन
आज ही जुड़ें
लिंक पर क्लिक
व्हाट्सएप करें
व्हाट्सएप नंबर
संपर्क करें नंबर
वशीकरण
तांत्रिक बाबा
लव मैरिज स्पेशलिस्ट
सट्टा नंबर
सट्टा मटका
earn money
work from home
click here
whatsapp number
paise kamaye
paise kamao
ghar baithe
join telegram
"""
