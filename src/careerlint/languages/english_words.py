"""English word lists: irregular past forms, words that deny, words that put a clause in the future or in doubt."""

from __future__ import annotations

_IRREGULAR_PAST = """
was were had did went came became began broke brought built bought caught chose dealt drew drove fed fell felt fought found forgot froze
gave got grew held heard hid hit kept knew laid led left lent lost made meant met overcame overran oversaw overtook paid quit ran rebuilt
redid reran rewrote rode rose said sat saw sent shook shot showed shrank slept slid sold sought spent spoke spun stood stole stuck struck
swept swore swung taught thought threw told took tore understood underwent undertook withdrew withheld woke won wore wound wrote written
done gone begun broken chosen driven fallen forgotten frozen given gotten grown hidden known rewritten risen seen shown shrunk spoken
stolen taken thrown torn undergone undertaken withdrawn worn beaten dug fled flew flown learnt burnt dreamt spelt sank sunk sprang swam
misread mistook outgrew outran overheard proven been blew blown bent bound bred clung crept dwelt forbade foresaw foretold leapt lit
misled misunderstood outdid overrode retold rethought remade resold retook slung stung strove striven wept
"""
_NOT_PAST = """
need feed seed speed embed exceed proceed succeed indeed bleed breed weed bed shed sled wed reed deed steed greed hundred sacred naked
wicked rugged kindred infrared biomed moped
"""
_NOT_ING = """
string nothing something anything everything during spring thing bring king ring sing wing morning evening ceiling sibling swing sling sting
"""
_DENIALS = """
not never cannot cant can't no nor neither without hardly barely didn't doesn't don't wasn't weren't isn't aren't hasn't haven't hadn't
couldn't wouldn't shouldn't won't mustn't ain't needn't didnt doesnt dont wasnt werent isnt arent hasnt havent hadnt couldnt wouldnt
shouldnt wont mustnt
"""
_AUXILIARIES = "will would should shall may might must won't wouldn't shouldn't wont wouldnt shouldnt i'll we'll it'll they'll you'll i'd we'd"
_INTENTIONS = """
aim aims aiming hope hopes hoping plan plans planning want wants wanting wish wishes intend intends intending expect expects if unless whether
"""
_TOLD_BEFORE_TO = """
able unable came got had has have managed managing failed failing refused refuses used due thanks owing according addition related relative compared close up
prior led leading contributed contributing switched switching moved moving migrated migrating helped turned began started continued ceased
switch move migrate lead contribute respect regard key subject similar equal corresponding closer next access attention credited attributed
answered responded reported presented sold shipped deployed applied adapted ported converted added connected committed dropped fell rose went
grew climbed increased decreased reduced cut improved raised lowered brought down back nothing proved proves happened seemed appeared seems tended
seem appear prove tend happen
"""
_DETERMINERS = """
the a an my our his her its their your this that these those each every all both some any no another one two three four five
"""
_CLAUSE_ENDS = "and but or because so while although though which then since after before when until"

_UNDERTAKINGS = """
attempt attempts plan plans idea ideas effort efforts hope hopes try tries aim wish proposal offer bid push campaign decision request experiment trial
"""
_REFUSED = """
start work converge budge compile boot fit stay hold connect load run go stop open close build train move turn charge stick behave cooperate respond
sync install play stabilise stabilize settle come let render fly print register switch shut link budge improve drop fall rise learn
match agree add align level seal pair dry cure bond
"""
_FINITE = """
was were did didn't wasn't weren't went fell took broke gave grew rose sank shrank froze began threw failed backfired collapsed flopped crashed
"""
_MADE_TO = "got get getting taught brought caused enabled allowed helped forced convinced persuaded"

IRREGULAR_PAST = frozenset(_IRREGULAR_PAST.split())
"""Without the forms that are the present too (set, run, put, cut ...): they tell nothing on their own."""

NOT_PAST = frozenset(_NOT_PAST.split())
"""Words in -ed that are no past forms."""

JUDGING = frozenset(("say", "call", "describe", "consider", "rate", "admit", "confess", "concede"))
"""After "would" these tell what the writer thinks: "I would call myself an expert"."""

FAIR = frozenset(("fair", "safe", "right", "honest", "exaggeration", "overstatement", "wrong", "modest"))
"""After these "to call" and its like tell what the writer thinks: "it is fair to call myself an expert"."""

NOT_ING = frozenset(_NOT_ING.split())
"""Words in -ing that are no forms of a verb."""

DENIALS = frozenset(_DENIALS.split())
"""Words that deny what follows them."""

DENIES_ITSELF = frozenset(("unable", "nothing", "none", "nobody", "nowhere"))

AUXILIARIES = frozenset(_AUXILIARIES.split())

INTENTIONS = frozenset(_INTENTIONS.split())
"""Present forms only: "planned and ran" tells what was done."""

TOLD_BEFORE_TO = frozenset(_TOLD_BEFORE_TO.split())
"""Words after which "to" opens no purpose: a destination ("moved to"), an outcome ("came to", "failed to") or a fixed phrase."""

DETERMINERS = frozenset(_DETERMINERS.split())
"""After "to" these open a noun phrase ("to the team"), no purpose."""

CLAUSE_ENDS = frozenset(_CLAUSE_ENDS.split())
"""Words at which a denial and an intention end."""

UNDERTAKINGS = frozenset(_UNDERTAKINGS.split())
"""Nouns with "to" and a verb after which the same clause may tell the outcome: "the plan to open a shop came to nothing"."""

REFUSED = frozenset(_REFUSED.split())
"""What a thing would not do: "the motor would not start"."""

FINITE = frozenset(_FINITE.split())
"""Past forms that are no participles: after "to" and its verb they tell what the whole came to ("moving to X failed")."""

FIXED_AFTER_TO = frozenset((("be", "desired"), ("be", "wished"), ("write", "home"), ("show", "for"), ("speak", "of")))
"""After "to" these end a fixed phrase that tells no purpose: "left much to be desired", "nothing to write home about"."""

NOUNS_AFTER_TO = frozenset(("avail", "bits", "death", "despair", "distraction", "life", "madness", "pieces", "tears"))
"""Nouns that "to" stands before without an article: "drove us to despair" tells where it led, and no purpose."""

MADE_TO = frozenset(_MADE_TO.split())
"""Before "to" these tell what was brought about: "got the bot to guess better"."""

SCARCELY = frozenset(("no", "little", "hardly", "barely", "scarcely", "zero"))
"""After "had" or "made" these tell that trying came to nothing."""

SUCCESS = frozenset(("success", "luck", "avail", "effect", "result", "results", "progress"))
"""After "without" these tell the same."""
