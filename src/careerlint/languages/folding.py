"""Folding: Korean morphemes become words, a predicate with all its endings and auxiliaries one word with features."""

from __future__ import annotations

from dataclasses import replace

from careerlint.languages.chains import PLANS, read_chain
from careerlint.languages.endings import ending_features
from careerlint.languages.morpheme import ENDINGS, LATIN, NOUNS, NUMBERS, PADDING, PARTICLES, STEMS, SYMBOLS, Morpheme
from careerlint.languages.word import Word

__all__ = ["fold"]

_NAMES = NOUNS | LATIN | NUMBERS
_SUFFIX_NOUNS = frozenset(("률", "율", "성", "화", "력", "적", "형", "식", "량", "도"))
_PREFIX_NAMES = frozenset(("미", "재", "비"))
_PREFIXED = frozenset(("NNG", "NNP", "XR", "SL"))
# Nouns in -률 and -율 name a share that is measured; these name something else.
_NO_RATES = frozenset(("효율", "확률", "비율", "자율", "규율", "조율", "운율", "법률", "선율", "환율", "금율", "음률"))
_COUNTERS = frozenset(("달러", "시간", "가지", "단계", "학점", "학년", "퍼센트", "프로"))
_NO_COUNTERS = frozenset(("때", "것", "수", "중", "전", "후", "내"))
_LIGHT_PARTICLES = frozenset(("을", "를", "도", "은", "는", "만", "까지", "조차"))
_DENIALS: dict[str, tuple[str, ...]] = {"안": ("neg",), "못": ("neg", "unable"), "아니": ("neg",), "": ()}
_VERB_SUFFIXES = {"되": "passive", "받": "passive", "당하": "passive", "시키": "causative"}
_PARTICLE_FORMS = {"ᆫ": "는", "ᆯ": "를"}
_OTHER = {"MM": "determiner", "MAG": "adverb", "MAJ": "adverb"}
_LEMMAS = {"이뤄지다": "이루어지다", "안되다": "되다", "갖다": "가지다", "않다": "하다", "아니하다": "하다"}
# "-에 대해서", "-을 통해서" carry the ending of a cause and name none.
_NO_CAUSES = frozenset(
    ("위하다", "통하다", "대하다", "관하다", "비하다", "따르다", "의하다", "걸치다", "향하다", "거치다", "더하다")
)
_LEMMA_FEATURES = {"위하다": "purp", "바라다": "wish", "가능": "can"}
_TELLING = frozenset(("verb", "adjective", "noun"))
_NONE: frozenset[str] = frozenset()


def fold(morphemes: list[Morpheme], text: str) -> tuple[Word, ...]:
    """The words of one statement; `text` is the statement, to which the morphemes' offsets belong."""
    return _Folding(morphemes, text).fold()


class _Folding:
    """One pass over the morphemes of a statement; `index` is the next one to be read."""

    def __init__(self, morphemes: list[Morpheme], text: str) -> None:
        self.count = len(morphemes)
        self.morphemes = [*morphemes, *PADDING]
        self.text = text
        self.index = 0
        self.words: list[Word] = []
        self.last = -1

    def fold(self) -> tuple[Word, ...]:
        morphemes, text, count = self.morphemes, self.text, self.count
        while self.index < count:
            form, tag, start, end = morphemes[self.index]
            if tag in _NAMES:
                self._noun(start, set())
            elif tag in SYMBOLS:
                self.index += 1
                self.words.append(Word(start, end, text[start:end], text[start:end], _NONE, "", "symbol"))
            elif tag in STEMS:
                self._predicate(start, set())
            elif tag == "MAG" and form in _DENIALS:
                self._denial(start, form)
            else:
                self._other()
        if self.last >= 0:
            word = self.words[self.last]
            self.words[self.last] = replace(word, features=word.features | {"last"})
        return tuple(self.words)

    def _keep(self, start: int, end: int, lemma: str, features: set[str], pos: str, particle: str = "") -> None:
        """Add a word; where it shares a syllable with the word before it, that word keeps the syllable."""
        words = self.words
        if words and start < words[-1].end:
            start = words[-1].end
        if start >= end:
            return
        # 있습니다만: the particle joins what is said to the next clause, as an ending would.
        if particle == "만" and pos in _TELLING and self.text[start:end].endswith("다만"):
            features.add("contrast")
            features.discard("final")
        # An emoji or arrow in front is no first word.
        if any(letter.isalnum() for letter in self.text[start:end]):
            if self.last < 0:
                features.add("first")
            self.last = len(words)
        words.append(Word(start, end, self.text[start:end], lemma, frozenset(features) if features else _NONE, particle, pos))

    def _particles(self) -> tuple[str, int]:
        """Particles from `index` on, joined, and where they end (0 where there are none)."""
        particle, end = "", 0
        form, tag, _, stop = self.morphemes[self.index]
        while tag in PARTICLES:
            particle += _PARTICLE_FORMS.get(form, form)
            end = stop
            self.index += 1
            form, tag, _, stop = self.morphemes[self.index]
        return particle, end

    def _other(self) -> None:
        """Adverbs, determiners, interjections, and what Kiwi could not attach to anything."""
        form, tag, start, end = self.morphemes[self.index]
        pos = _OTHER.get(tag, "other")
        self.index += 1
        features: set[str] = set()
        particle = ""
        if tag in ENDINGS:
            features |= ending_features(form, tag)
        elif tag in PARTICLES:
            # Behind a bracket or a quotation mark: all particles are one word.
            if tag == "JKQ":
                features.add("quote")
            end = max(end, self._particles()[1])
        elif pos == "adverb":
            if self.morphemes[self.index][1] == "VCP":
                end = max(end, self._copula(features))
            particle, particle_end = self._particles()
            end = max(end, particle_end)
        self._keep(start, end, form if pos != "other" else self.text[start:end], features, pos, particle)

    def _denial(self, start: int, form: str) -> None:
        """안 or 못: it belongs to the predicate that follows; before anything else it is a word of its own."""
        tag, next_tag = self.morphemes[self.index + 1][1], self.morphemes[self.index + 2][1]
        self.index += 1
        if tag in STEMS:
            self._predicate(start, set(_DENIALS[form]))
        elif tag in ("NNG", "XR") and next_tag in ("XSV", "XSA"):
            self._noun(start, set(_DENIALS[form]))
        else:
            particle, end = self._particles()
            self._keep(start, max(end, self.morphemes[self.index - 1][3]), form, set(_DENIALS[form]), "adverb", particle)

    def _noun(self, start: int, features: set[str]) -> None:
        """A noun with prefixes, suffixes and particles, or with the verb or copula that makes a predicate of it."""
        morphemes = self.morphemes
        form, tag, lemma_start, end = morphemes[self.index]
        self.index += 1
        pos = "noun"
        if tag in LATIN:
            pos = "latin"
        elif tag in NUMBERS:
            pos = "number"
            end = self._counters(end)
        elif (tag == "XPN" or (form in _PREFIX_NAMES and end == morphemes[self.index][2])) and morphemes[self.index][1] in _PREFIXED:
            _, tag, _, end = morphemes[self.index]
            self.index += 1
        lemma_end = end
        follower, follower_tag, follower_start, stop = morphemes[self.index]
        while follower_start == end and (follower_tag == "XSN" or (follower in _SUFFIX_NOUNS and follower_tag == "NNG")):
            end = stop
            # Plural and courtesy (팀원들, 팀장님) name nothing new.
            if follower not in ("들", "님"):
                lemma_end = stop
            self.index += 1
            follower, follower_tag, follower_start, stop = morphemes[self.index]
        lemma = form if tag in ("NP", "NNB") else self.text[lemma_start:lemma_end]
        if pos != "noun":
            lemma = lemma.lower()
        if follower_tag in ("XSV", "XSA") or (follower_tag in ("VV", "VX") and self._is_verb_of_noun(tag, end)):
            self._noun_verb(start, lemma, features)
            return
        if follower_tag == "XSM":
            self.index += 1
            self._keep(start, stop, self.text[start:stop], features, "adverb")
            return
        if lemma in PLANS:
            self._plan(lemma, features)
        if pos == "noun" and lemma.endswith(("률", "율")) and len(lemma) > 2 and lemma not in _NO_RATES:
            features.add("rate")
        particle = ""
        if follower_tag in PARTICLES:
            particle, particle_end = self._particles()
            end = max(end, particle_end)
            follower_tag = morphemes[self.index][1]
        if follower_tag == "VCP":
            end = max(end, self._copula(features))
            trailing, trailing_end = self._particles()
            particle, end = particle or trailing, max(end, trailing_end)
        elif tag == "NNG" and self._light_verb(start, lemma, features, particle):
            return
        if lemma == "필요" and ("cop" in features or self.index >= self.count or morphemes[self.index][0] in ("있", ".")):
            features.add("must")
        elif lemma == "가능" and pos == "noun":
            features.add("can")
        self._keep(start, end, lemma, features, pos, particle)

    def _plan(self, lemma: str, features: set[str]) -> None:
        """예정, 계획, 것 behind -ㄹ: the attributive before it already says so."""
        if self.words and self.last == len(self.words) - 1 and lemma != "필요":
            before = self.words[-1].features
            if "plan" in before and "attr" in before:
                features.add("plan")

    def _copula(self, features: set[str]) -> int:
        """Read 이다 with its endings; returns where they end."""
        features.add("cop")
        stop = self.morphemes[self.index][3]
        self.index, end = read_chain(self.morphemes, self.index + 1, features)
        if "imp" in features:
            # "널리 아는 방법이라": nobody can be told to be a method; the sentence breaks off after its reason.
            features.discard("imp")
            features.add("causal")
        return max(stop, end)

    def _counters(self, end: int) -> int:
        """The end of a number with the counters that touch it: 4인, 30배, 3개월."""
        while True:
            form, tag, start, stop = self.morphemes[self.index]
            counts = tag in ("NR", "SN", "NNB") or (tag == "NNG" and (len(form) == 1 or form in _COUNTERS))
            if start != end or not counts or form in _NO_COUNTERS:
                return end
            end = stop
            self.index += 1

    def _is_verb_of_noun(self, tag: str, end: int) -> bool:
        """Whether the verb after a noun is its own 하다, 되다 or 시키다 (also after a space), or 받다 without one."""
        form, _, start, _ = self.morphemes[self.index]
        return tag in ("NNG", "XR", "SL") and (form in ("하", "시키", "되") or (form in ("받", "당하") and start == end))

    def _noun_verb(self, start: int, lemma: str, features: set[str]) -> None:
        form, tag, _, end = self.morphemes[self.index]
        self.index += 1
        if form in _VERB_SUFFIXES:
            features.add(_VERB_SUFFIXES[form])
        elif form != "하":
            lemma = f"{lemma}{form}다"
        if lemma == "필요":
            features.add("must")
        self._close(start, end, lemma, features, "adjective" if tag == "XSA" else "verb")

    def _light_verb(self, start: int, lemma: str, features: set[str], particle: str) -> bool:
        """완성을 못했다, 구현은 하지 않았다, 학습 안 됨: the noun carries the meaning, the verb only its endings."""
        if particle and particle not in _LIGHT_PARTICLES:
            return False
        index, denial = self.index, ""
        if self.morphemes[index][1] == "MAG" and self.morphemes[index][0] in ("안", "못"):
            denial = self.morphemes[index][0]
            index += 1
        elif not particle:
            return False
        form, tag, _, end = self.morphemes[index]
        # "못하" as one morpheme denies by itself.
        unable = form == "못하" and tag != "VA"
        bare_passive = form == "되" and denial == "안" and not particle
        if tag not in ("VV", "XSV", "XSA", "VX") or not (form in ("하", "시키") or unable or bare_passive):
            return False
        features.update(_DENIALS["못" if unable else denial])
        if form in _VERB_SUFFIXES:
            features.add(_VERB_SUFFIXES[form])
        self.index = index + 1
        self._close(start, end, lemma, features, "verb", particle)
        return True

    def _predicate(self, start: int, features: set[str]) -> None:
        form, tag, _, end = self.morphemes[self.index]
        self.index += 1
        lemma = form + "다"
        beside = bool(self.words) and self.words[-1].particle.startswith("보다")
        if beside and (form == "못하" or (form == "하" and "unable" in features)):
            # "-보다 못하다" compares and denies nothing.
            lemma, features = "못하다", set()
            tag = "VA"
        elif form == "못하":
            lemma = "하다"
            features.update(("neg", "unable"))
        elif tag == "VCN" or form in ("않", "안되", "아니하"):
            features.add("neg")
        elif form == "잘되":
            self._keep(start, start + 1, "잘", set(), "adverb")
            lemma, start = "되다", start + 1
        self._close(start, end, _LEMMAS.get(lemma, lemma), features, "adjective" if tag in ("VA", "VCN", "XSA") else "verb")

    def _close(self, start: int, end: int, lemma: str, features: set[str], pos: str, particle: str = "") -> None:
        """Read the endings of a predicate and keep it as a word."""
        self.index, chain_end = read_chain(self.morphemes, self.index, features)
        trailing, trailing_end = self._particles()
        if lemma in _NO_CAUSES:
            features.discard("causal")
        if lemma in _LEMMA_FEATURES:
            features.add(_LEMMA_FEATURES[lemma])
        self._keep(start, max(end, chain_end, trailing_end), lemma, features, pos, particle or trailing)
