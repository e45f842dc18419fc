"""Contacts: private phone numbers and street addresses, not those of services, shops and sample data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.private import PrivateValue, starred
from careerlint.model.span import Span
from careerlint.privacy.surroundings import LONG_NUMBER, Column, Surroundings

_MOBILE = Expression(
    r"(?<![0-9A-Za-z])(?<![0-9][-.])(?:(?:\(\+?82\)|\+?82\)?)[-. ]{0,2}(?:\(0\))?0?1[016789]|\(01[016789]\)|01[016789]\)?)[-–.· ]{0,3}[0-9]{3,4}[-–.· ]{0,3}[0-9]{4}(?![0-9A-Za-z])(?!-[0-9])"
)
_LANDLINE = Expression(r"(?<![0-9A-Za-z])(?<![0-9][-.])(?:\(0(?:2|[3-6][1-5]|70)\)|0(?:2|[3-6][1-5]|70)\)?)[-–.· ]{1,3}[0-9]{3,4}[-–.· ]{1,3}[0-9]{4}(?![0-9A-Za-z])(?!-[0-9])")
_ABROAD = Expression(r"(?<![0-9A-Za-z+])\+(?!82)[1-9][0-9]{0,2}[-. ]?(?:\([0-9]{1,4}\)[-. ]?)?[0-9]{1,4}(?:[-. ][0-9]{2,7}){1,4}(?![0-9A-Za-z])")
_AMERICAN = Expression(r"(?<![0-9A-Za-z+])(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[-. ])[0-9]{3}[-. ][0-9]{4}(?![0-9A-Za-z])(?!-[0-9])")
_BRITISH = Expression(r"(?<![0-9A-Za-z+])07[0-9]{3} ?[0-9]{3} ?[0-9]{3}(?![0-9A-Za-z])")
_PHONE_LABEL = Expression(
    r"연락처|전화|휴대\s?폰|핸드폰|모바일|문자|📞|☎|📱|☏|(?i:\bphone|phone(?:_|\b)|\bmobile|\bcell(?:phone)?\b|\btel\b|telephone|\bh\.?p\b\.?|\bcall\b|\btext me|whatsapp|\bcontact|\breach)"
)
_SHORT_LABEL = Expression(r"(?:^|[\s|(\[·,/])(?:M|T|C|P|Mobile|Tel|HP)\s?[.:)]\s*$", re.IGNORECASE)
_SERVICE = Expression(
    r"고객|대표\s?(?:번호|전화)|콜센터|상담|안내|회사|본사|사무실|센터|매장|가게|점포|병원|학교|학과|교무|관공서|구청|시청|보건소|신고|민원|문의|팩스|(?i:fax)|제보|예약|업체|식당|호텔|공항|기관|협회|은행|"
    r"(?i:hotline|support|customer|office|reception|help\s?line|toll[- ]?free|company|front desk|emergency|clinic|\bstore\b|\bshop\b|hospital|restaurant|hotel|venue|university|school|bank|agency|headquarters|\bHQ\b)"
)
_SERVICE_MOBILE = Expression(
    r"고객\s?(?:센터|상담)|대표\s?(?:번호|전화)|콜센터|상담\s?(?:센터|전화)|매장|가게|점포|병원|업체|식당|호텔|(?i:hotline|support|customer service|front desk|\bstore\b|\bshop\b|clinic|hospital|restaurant|hotel)"
)
_E_MAIL = Expression(r"[A-Za-z0-9]@[A-Za-z0-9-]{1,40}\.[A-Za-z]")
_LONGEST_CONTACTS = 160
_NO_PHONE = Expression(
    r"(?:(?:사업자|일련|제품|특허|출원|접수|관리|학번|사번|등록|문서|과제|승인|모델|부품|규격|고유|식별)\s{0,2}(?:등록\s{0,2})?(?:번호|명|코드|ID|No\.?)|계좌|주문|송장|운송장|시리얼|품번|학번|사번|버전)(?:\s?번호)?[^0-9\n]{0,8}$"
    r"|(?i:account|order|tracking|serial|model|part|\b(?:seal|pump|valve|bolt|gasket|bearing|belt|filter|fuse|screw|relay|sensor|motor)s?\b|isbn|invoice|sku|ticket|version|\bid|patent|case|ref(?:erence)?|batch|lot)[ _]?(?:no\.?|number|#|code)?[^0-9\n]{0,8}$"
)
_DUMMY = Expression(r"(?:0000[0-9]{4}|12345678|11112222|12341234|87654321|98765432|00001111|22223333|5551234567)$|(\d)\1{6,7}$")
_STEP = Expression(r"입력|출력|결과|원본|변환|전|후|값|input|output|before|after|raw|result|value|expected", re.IGNORECASE)
"""Headers of a table that shows what a program makes of a value."""
_TOLL_FREE = Expression(r"(?:\+?1[-. ]?)?\(?8(?:00|33|44|55|66|77|88)\)?[-. ]")
_FEWEST_ABROAD = 9
_FIRST_GROUP = Expression(r"(?:\+82|\(\+?82\))\D{0,2}(?:\(0\))?0?[0-9]{2}|\+[0-9]{1,3}|\(?[0-9]{2,3}\)?")

_REGION = (
    r"(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별시|광역시|특별자치시|특별자치도|도|시)?|(?:충청|전라|경상)[남북]도)"
)
_KOREAN_ADDRESS = Expression(
    rf"(?<![가-힣])(?P<keep>(?:{_REGION}\s)?(?:[가-힣]{{1,6}}(?:시|군|구)\s){{1,2}})(?:[가-힣]{{1,6}}(?:읍|면)\s)?"
    r"(?:[가-힣A-Za-z0-9·.]{1,20}(?:대로|로|길)(?:\s?[0-9]+(?:번|가|나)?길)?\s?[0-9]+(?:-[0-9]+)?|[가-힣0-9]{1,8}(?:동|리|가)\s[0-9]+(?:-[0-9]+)?(?:번지)?)"
    r"(?![0-9])(?!번길|번지|번째|길|년|월|일|호선|개|명|건)(?P<home>,?(?:\s?\([^)\n]{1,20}\))?,?(?:[^\S\t][가-힣A-Za-z][가-힣A-Za-z0-9]{1,14})?(?:\s?[0-9]{1,4}동)?(?:,?\s?[0-9]{1,3}층)?(?:,?\s?[0-9]{1,5}호)?)"
)
_ROAD_NUMBER = Expression(r"(?:[로길동리]|[가-힣]가)\s?[0-9]")
_LONGEST_ADDRESS = 80
_HOME = Expression(r"[0-9]{1,5}호|아파트|빌라|오피스텔|맨션|연립|원룸")
_ADDRESS_LABEL = Expression(r"(?:주소지?|거주지|자택|집|사는 곳|🏠|🏡|📍)(?:은|는)?[\s:：|=\"'(\[]{0,4}$|(?i:\b(?:home|address|lives? (?:at|in)|based at|resid\w+)\b[\s:|=\"'(\[]{0,4}$)")
_LIVED_IN = Expression(r"에서?\s?(?:살|거주|자취)")
_MY_PLACE = Expression(r"집|자택|\bhome\b", re.IGNORECASE)
_STREET = Expression(
    r"(?<![0-9A-Za-z.])(?P<keep>)[0-9]{1,5}[A-Za-z]?\s(?:[NSEW]\.?\s)?(?:[A-Z][A-Za-z'’.-]+\s){1,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Terrace|Crescent|Close|Square|Parkway|Pkwy|Circle|Trail|Row|Gardens|Mews)\b\.?"
    r"(?P<home>,?\s(?:Apt|Apartment|Unit|Flat|#)\.?\s?[\w-]{1,6})?(?:,\s(?:Apt|Apartment|Unit|Flat|#)\.?\s?[\w-]{1,6})?(?:,\s(?![A-Z]{2}\s[0-9])[A-Z][A-Za-z '-]{1,30}(?![A-Za-z0-9])){0,3}"
    r"(?P<post>,?\s[A-Z]{2}\s[0-9]{5}(?:-[0-9]{4})?|,?\s[A-Z]{1,2}[0-9][A-Z0-9]?\s[0-9][A-Z]{2}|,?\s[0-9]{4,5}\s[A-Z][a-z]+)?"
)
_EUROPEAN = Expression(
    r"(?<![0-9A-Za-zÀ-ž])(?P<keep>)(?:[A-ZÀ-Ž][\w'’.-]*(?:strasse|straße|str\.|weg|platz|allee|gasse|väg|vägen|gata|gatan|gränd|vej|gade|straat|laan|kade|plein|utca|katu|tie)"
    r"|(?:[Rr]ue|[Vv]ia|[Vv]iale|[Cc]alle|[Rr]ua|[Aa]venida|[Uu]l\.|[Uu]lica|[Pp]laza|[Pp]iazza|[Pp]raça)\s[A-ZÀ-Ž][\w'’.-]{1,20}(?:\s[\w'’.-]{2,20}){0,2})"
    r"\s?,?\s?[0-9]{1,4}\s?[a-zA-Z]?(?:/[0-9]{1,4})?,\s(?P<post>(?:[A-Z]{1,2}-)?[0-9]{2,5}(?:[ -][0-9]{2,4})?\s[A-ZÀ-Ž][\w-]+)(?P<home>)"
    r"|(?<![0-9A-Za-z])[0-9]{1,4}\s?(?:bis|ter)?,?\s(?:rue|avenue|boulevard|chemin|place|impasse)\s[\w'’ .-]{3,30},\s[0-9]{5}\s[A-ZÀ-Ž][\w-]+"
)
_LABELLED_ADDRESS = Expression(
    r"(?im:^|(?<=[\t|·]))[\s*_>•-]{0,6}(?P<label>(?:home|mailing|postal|residential|my|street|private)\s)?address\s?[:|\t]\s*(?P<value>(?=[^\n\t|]{0,80}[0-9])[A-Za-zÀ-ž0-9][^\n\t|<>@]{9,100})", re.IGNORECASE
)
_NO_ADDRESS = Expression(r"0x[0-9a-f]|https?:|localhost|(?:[0-9]{1,3}\.){3}|::|\.(?:com|net|org|io|kr)\b|^[0-9a-f:]+$", re.IGNORECASE)
_BUSINESS = Expression(
    r"회사|본사|사무실|매장|장소|행사|오시는\s?길|학교|캠퍼스|센터|지점|가게|식당|병원|(?i:office|venue|headquarters|\bHQ\b|campus|store|shop|company|event|clinic|\bip\b|\bmac\b|e-?mail|server|contract|wallet|registered|business|museum|library|theat(?:re|er)|church|school|station|caf[eé]|club|\bhall\b|hotel|shop|bakery|garage)"
)


def find_contacts(around: Surroundings) -> Iterator[PrivateValue]:
    """Every phone number and street address that is a person's own."""
    yield from _phones(around)
    yield from _addresses(around)


def _phones(around: Surroundings) -> Iterator[PrivateValue]:
    text = around.document.text
    crowds = _Crowds(around.document)
    for pattern in (_MOBILE, _LANDLINE, _ABROAD, _AMERICAN, _BRITISH) if LONG_NUMBER.search(text) else ():
        for found in pattern.finditer(text):
            span = Span(*found.span())
            if _is_phone(around, crowds, span, pattern):
                # A number of a service or a sample is masked all the same: beside a job's title it may be the author's.
                certain = not _is_sample(around, span) and not _is_service(around, span, _SERVICE_MOBILE if pattern is _MOBILE else _SERVICE)
                yield PrivateValue("phone", span, _shown_phone(found[0]), span, certain)
    for mark in around.document.marks:
        if mark.kind == "link" and mark.target.lower().startswith("tel:") and len(mark.span) and not _is_service(around, mark.span):
            words = around.document.words(mark.span)
            yield PrivateValue("phone", mark.span, _shown_phone(words) if any(map(str.isdigit, words)) else words, mark.span)


def _addresses(around: Surroundings) -> Iterator[PrivateValue]:
    text = around.document.text
    streets = [found for pattern in (_STREET, _EUROPEAN) for found in around.document.matches(pattern)]
    for found in (*_korean_addresses(text), *streets):
        if _is_own_address(around, found):
            span = Span(found.start(), found.start() + len(found[0].rstrip(" ,")))
            yield PrivateValue("address", span, starred(around.document.words(span), len(found["keep"] or "")), span, not around.is_sample(span))
    for found in around.document.matches(_LABELLED_ADDRESS):
        span = Span(found.start("value"), found.start("value") + len(found["value"].rstrip()))
        if not _NO_ADDRESS.search(found["value"]) and not _is_others_place(around, span):
            yield PrivateValue("address", span, starred(around.document.words(span)), span, not around.is_sample(span))


def _korean_addresses(text: str) -> Iterator[re.Match[str]]:
    """Addresses on the lines that hold the number of a road or lot."""
    reached = 0
    for number in _ROAD_NUMBER.finditer(text):
        if number.start() >= reached:
            start = max(text.rfind("\n", 0, number.start()) + 1, number.start() - _LONGEST_ADDRESS)
            end = text.find("\n", number.end())
            end = len(text) if end < 0 else end
            reached = min(end, number.end() + _LONGEST_ADDRESS)
            yield from _KOREAN_ADDRESS.finditer(text, start, reached)


class _Crowds:
    """Whether several phone numbers stand in one piece of code or column: then they are data."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._code: dict[Span, bool] = {}
        self._columns: dict[int, bool] = {}

    def in_code(self, code: Span) -> bool:
        """Whether the code holds two numbers or more."""
        if code not in self._code:
            self._code[code] = len(_phones_in(self._document.words(code))) > 1
        return self._code[code]

    def in_column(self, column: Column) -> bool:
        """Whether two cells of the column or more hold a number."""
        if id(column) not in self._columns:
            self._columns[id(column)] = sum(bool(_phones_in(cell)) for cell in column.cells) > 1
        return self._columns[id(column)]


def _is_phone(around: Surroundings, crowds: _Crowds, span: Span, pattern: Expression) -> bool:
    words = around.document.words(span)
    digits = re.sub(r"\D", "", words)
    if _TOLL_FREE.match(words):
        return False
    if pattern is _ABROAD and not _FEWEST_ABROAD <= len(digits) <= 15:
        return False
    before, _ = around.line(span)
    if _NO_PHONE.search(before):
        return False
    column = around.column(span)
    labelled = (
        _PHONE_LABEL.search(before[-40:]) is not None or _SHORT_LABEL.search(before) is not None
        or (column is not None and _PHONE_LABEL.search(column.header) is not None) or (pattern is _AMERICAN and _is_beside_contacts(around, span))
    )
    code = around.code(span)
    if _DUMMY.search(digits) and (not labelled or code is not None or digits.endswith(digits[-1] * 7)):
        return False
    if code is not None and crowds.in_code(code):
        return False
    if column is not None and not column.is_of_people and crowds.in_column(column):
        return False
    if column is not None and any(_STEP.fullmatch(header.strip()) for header in (column.header, *column.others)):
        return False
    if words.isdigit() and pattern is _MOBILE:
        return labelled or (code is None and column is None)
    plain = words.isdigit() or (pattern is _AMERICAN and "(" not in words)
    if pattern in (_LANDLINE, _BRITISH) or plain:
        return labelled
    return True


def _is_sample(around: Surroundings, span: Span) -> bool:
    """Whether its line says that the number is a sample; on a line of contacts such a word is part of a job ("Test Engineer | me@mail.org")."""
    return around.is_sample(span) and not _is_beside_contacts(around, span)


def _is_beside_contacts(around: Surroundings, span: Span) -> bool:
    """Whether an e-mail address or a phone number that is one beyond doubt stands on the same short line: "jane@mail.org | 415.867.5309"."""
    before, after = around.line(span)
    line = f"{before} {after}"
    return len(line) <= _LONGEST_CONTACTS and any(pattern.search(line) is not None for pattern in (_E_MAIL, _ABROAD, _MOBILE))


def _is_service(around: Surroundings, span: Span, words: Expression = _SERVICE) -> bool:
    before, after = around.line(span)
    return words.search(before[-24:]) is not None or words.search(after[:12]) is not None


def _phones_in(text: str) -> set[str]:
    return {re.sub(r"\D", "", found[0]) for pattern in (_MOBILE, _AMERICAN, _ABROAD) for found in pattern.finditer(text)}


def _shown_phone(words: str) -> str:
    """The first group stays, with the country before it: "+82-10-****-****"."""
    first = _FIRST_GROUP.match(words)
    keep = first.end() if first is not None else 0
    return starred(words, keep)


def _is_own_address(around: Surroundings, found: re.Match[str]) -> bool:
    span = Span(*found.span())
    before, after = around.line(span)
    column = around.column(span)
    if column is not None and len(column.cells) > 1 and column.header and not column.is_of_people:
        return False
    labelled = _ADDRESS_LABEL.search(before) is not None or (column is not None and _ADDRESS_LABEL.search(column.header) is not None)
    home = found.re is _EUROPEAN.compiled() or (found.re is _STREET.compiled() and found["post"] is not None) or _LIVED_IN.match(after) is not None or (found["home"] is not None and (found.re is _STREET.compiled() or _HOME.search(found["home"]) is not None))
    if found.re is _STREET.compiled() and not home:
        labelled = False
    if not (labelled or home) or (around.code(span) is not None and not home):
        return False
    return _MY_PLACE.search(before[-8:]) is not None or not _is_others_place(around, span)


def _is_others_place(around: Surroundings, span: Span) -> bool:
    before, after = around.line(span)
    return _BUSINESS.search(before[-24:]) is not None or _BUSINESS.search(after[:12]) is not None
