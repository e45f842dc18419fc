"""Page words: what the page and the summary of a cohort say, in both languages; `{name}` are blanks."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("{people}명의 문서에서 찾은 것", "What was found in the documents of {people} people"),
    "title-one": ("한 사람의 문서에서 찾은 것", "What was found in the documents of one person"),
    "title-groups": ("그룹별로 본 {people}명의 문서", "The documents of {people} people by group"),
    "title-few": ("그룹별로 본 문서", "Documents by group"),
    "purpose": (
        "더 잘 쓰도록 돕기 위한 보고서입니다. 사람에게 순위를 매기거나 떨어뜨리는 데 쓰지 않습니다.",
        "This report helps people write better. It is not for ranking people or turning them down.",
    ),
    "people": ("사람", "people"),
    "documents-read": ("읽은 문서", "documents read"),
    "not-read": ("읽지 못한 파일", "files not read"),
    "findings": ("찾은 것", "findings"),
    "silenced": ("여럿이 함께 쓴 문장에서 나온 {count}건은 빼고 셌습니다", "not counted: {count} on text that many share"),
    "teach": ("먼저 가르칠 것", "What to teach first"),
    "teach-lead": ("가장 많은 사람에게 나온 규칙부터 적었습니다.", "The rules that most people meet come first."),
    "teach-none": ("여러 사람에게 함께 나온 것이 없습니다.", "Nothing was found in the documents of several people."),
    "of-people": ("{people}명 가운데 {count}명", "{count} of {people} people"),
    "teach-read": ("비율은 문서를 읽은 {people}명 가운데입니다.", "Shares are of the {people} people with a document that could be read."),
    "example": ("이 모임의 문서에서", "From these documents"),
    "example-of-rule": ("규칙의 예문", "An example of the rule"),
    "rewrite": ("이렇게 고칩니다", "How to fix it"),
    "read-rule": ("{code} 설명 읽기", "Read about {code}"),
    "why": ("왜", "Why"),
    "question": ("면접 질문", "What an interviewer asks"),
    "bad": ("걸리는 예", "Fires on"),
    "good": ("괜찮은 예", "Stays silent on"),
    "levels": ("수준별로 찾은 것", "Findings by level"),
    "levels-group": ("그룹마다 수준별로 몇 개를 찾았는지 보입니다.", "How many findings of each level every group has."),
    "levels-kind": ("문서 종류마다 수준별로 몇 개를 찾았는지 보입니다.", "How many findings of each level every kind of document has."),
    "rules": ("규칙별로 나온 사람", "Rules by share of people"),
    "rules-lead": (
        "문서를 읽은 {people}명 가운데 몇 명에게 나왔는지 셉니다. 한 사람에게 여러 번 나와도 한 번입니다.",
        "How many of the {people} people with a document that could be read meet each rule. However often one person does, it counts once.",
    ),
    "more-rules": ("나머지 규칙 {count}개", "The other rules ({count})"),
    "rule": ("규칙", "rule"),
    "gravest": ("가장 무거운 수준", "gravest level"),
    "people-share": ("사람 비율", "share"),
    "count-documents": ("문서", "documents"),
    "group": ("그룹", "group"),
    "no-group": ("그룹 없음", "no group"),
    "kind": ("문서 종류", "kind"),
    "all": ("전체", "all"),
    "story": ("스토리 매트릭스", "Story matrix"),
    "story-lead": (
        "프로젝트와 경력 {entries}개에서 이야기의 요소를 얼마나 말하는지 보입니다. 말하지 않은 요소가 가르칠 거리입니다.",
        "How often the {entries} projects and jobs tell each element of a story. What is told least is what to practise.",
    ),
    "element": ("요소", "element"),
    "told-entries": ("말한 항목", "entries that tell it"),
    "told-people": ("말한 사람", "people who tell it"),
    "entries": ("항목", "entries"),
    "story-parts": ("항목 가운데 그 요소를 말한 비율", "Share of entries that tell the element"),
    "no-story": ("이야기를 담은 항목을 찾지 못했습니다.", "No entry that tells a story was found."),
    "shared": ("여럿이 함께 쓴 문장", "Text that many share"),
    "shared-lead": (
        "양식이나 과제 안내, 함께 한 일의 설명처럼 {least}명 이상이 거의 똑같이 쓴 문장입니다. 이 문장에서 나온 {count}건은 이 페이지의 숫자에 넣지 않았습니다.",
        "Nearly the same words in the documents of {least} people or more, as in a form, an assignment or the description of common work. "
        "What was found on them ({count}) is not in the numbers of this page.",
    ),
    "shared-count": ("이런 문장이 {texts}개 있고, 가장 널리 쓰인 것은 {people}명이 썼습니다.", "Texts of this sort: {texts}. The most widely used one is shared by {people} people."),
    "shared-people": ("{count}명", "{count} people"),
    "shared-more": ("그 밖의 문장 {count}개", "more texts: {count}"),
    "text": ("문장", "text"),
    "groups": ("그룹별로 찾은 것", "Findings by group"),
    "by-kind": ("문서 종류별로 보기", "By kind of document"),
    "changes": ("지난번과 달라진 것", "Since the run before"),
    "changes-lead": (
        "고친 것 {cured}건, 새로 나온 것 {new}건, 다시 나온 것 {returned}건입니다.",
        "{cured} cured, {new} new, {returned} returned.",
    ),
    "changes-rules": (
        "지난번과 규칙이나 설정이 달라서, 달라진 것이 모두 글을 고친 결과는 아닙니다.",
        "The run before was made with other rules or options: not every change comes from what was written.",
    ),
    "cured": ("고침", "cured"),
    "new": ("새로", "new"),
    "returned": ("다시", "returned"),
    "people-title": ("사람별", "People"),
    "people-lead": ("이름순입니다. 점수도 순위도 없습니다.", "Ordered by name. There is no score and no rank."),
    "search": ("이름이나 그룹 찾기", "Find a name or a group"),
    "search-shown": ("{total}명 가운데 {shown}명을 보입니다.", "{shown} of {total} people are shown."),
    "rows-capped": (
        "사람이 많아 처음 {shown}명만 적었습니다. 찾기는 모두에서 찾고, 문서마다의 숫자는 documents.jsonl에 있습니다.",
        "There are many people, so only the first {shown} are listed. Search looks through all of them; documents.jsonl has the numbers of each document.",
    ),
    "no-script": ("찾기는 스크립트를 켜야 쓸 수 있습니다.", "Search needs scripts to be switched on."),
    "name": ("이름", "name"),
    "look-first": ("먼저 볼 규칙", "look at first"),
    "unread": ("읽지 못한 파일", "Files that could not be read"),
    "unread-lead": ("이 파일의 내용은 위의 숫자에 들어 있지 않습니다.", "What is in these files is in none of the numbers above."),
    "unread-more": ("그 밖의 파일 {count}개는 documents.jsonl에 있습니다.", "More files: {count}. They are in documents.jsonl."),
    "file": ("파일", "file"),
    "reason": ("이유", "reason"),
    "count": ("개수", "count"),
    "rule-texts": ("규칙 설명", "About the rules"),
    "loose": (
        "폴더에 들어 있지 않은 파일은 저마다 한 사람으로 셌습니다: {names}. 사람의 문서가 아니면 옮기거나 설정의 exclude에 적고 다시 실행하세요.",
        "Files that lie beside the folders of people count as a person each: {names}. Move what is nobody's document, or exclude it in the settings, and call again.",
    ),
    "duplicates": ("내용이 같은 파일 {count}개가 있습니다.", "Files with the same content as another one: {count}."),
    "language": ("언어", "Language"),
    "theme": ("밝기", "Brightness"),
    "theme-system": ("자동", "auto"),
    "theme-light": ("밝게", "light"),
    "theme-dark": ("어둡게", "dark"),
    "skip": ("본문으로", "Skip to the content"),
    "made": ("careerlint {version} · 규칙 {ruleset} · 기준일 {as_of}", "careerlint {version} · rules {ruleset} · as of {as_of}"),
    "recount": (
        "이 페이지의 숫자는 findings.jsonl과 documents.jsonl에서 다시 셀 수 있습니다.",
        "Every number of findings and documents can be counted again from findings.jsonl and documents.jsonl.",
    ),
    "redacted": (
        "문서의 문장, 파일 이름, 사람 이름을 뺐습니다. 사람마다 별칭을 쓰고, 규칙과 개수, 문서 종류, 쪽수, 그룹 이름은 남겼습니다. 별칭은 이 보고서 안에서만 같습니다.",
        "The words of documents, the names of files and the names of people are left out. Kept are an alias for each person, rules and counts, kinds, "
        "numbers of pages and the names of groups. An alias means the same person within this report only.",
    ),
    "aggregated": (
        "그룹별 표만 남겼습니다. {least}명보다 작은 그룹은 하나로 합쳤고, 뺄셈으로 알아낼 수 없도록 필요하면 다른 그룹도 함께 합쳤습니다. 이름, 파일, 문장은 없습니다.",
        "Only tables by group are kept. Groups with fewer than {least} people are one row, and another group joins them where they could be had by subtraction. "
        "There are no names of people, no files and no sentences.",
    ),
    "too-few": ("{least}명보다 적어 아무 표도 적지 않았습니다.", "There are fewer than {least} people, so no table is shown."),
    "merged": ("‘그 밖의 그룹’은 그룹 {count}개를 합친 것입니다.", "“Other groups” is {count} groups together."),
    "rules-groups": ("그룹마다 규칙이 나온 사람 수입니다.", "How many people of each group meet a rule."),
    "level-error": ("오류", "error"),
    "level-warning": ("경고", "warning"),
    "level-note": ("참고", "note"),
    "error": ("오류", "errors"),
    "warning": ("경고", "warnings"),
    "note": ("참고", "notes"),
}
"""By key, Korean and English."""

REASONS: Final[dict[str, tuple[str, str]]] = {
    "missing": ("없는 파일", "missing"),
    "not-a-file": ("파일이 아님", "not a file"),
    "empty": ("빈 파일", "empty"),
    "unknown-type": ("모르는 형식", "unknown type"),
    "encrypted": ("암호", "password"),
    "broken": ("손상됨", "damaged"),
    "no-text": ("그림만 있음", "only pictures"),
    "too-large": ("너무 큼", "too large"),
    "too-many-pages": ("쪽이 너무 많음", "too many pages"),
    "timeout": ("시간 초과", "took too long"),
    "memory": ("메모리 부족", "too much memory"),
    "encoding": ("글자 인코딩", "encoding"),
    "internal": ("careerlint 오류", "careerlint failed"),
    "crashed": ("읽다가 멈춤", "reader stopped"),
}
"""By stable word, why a file could not be read, in a word or two."""

KINDS: Final[dict[str, tuple[str, str]]] = {
    "resume": ("이력서", "résumé"),
    "cover-letter": ("자기소개서", "cover letter"),
    "career": ("경력기술서", "career history"),
    "portfolio": ("포트폴리오", "portfolio"),
    "project": ("프로젝트", "project"),
    "": ("종류 모름", "unknown kind"),
}


def word(key: str, language: str, **blanks: object) -> str:
    """The words of a key in one language, the blanks filled in; numbers get a comma between thousands."""
    text = WORDS[key][language == "en"]
    return text.format(**{name: f"{value:,}" if isinstance(value, int) else value for name, value in blanks.items()})


def kind_word(kind: str, language: str) -> str:
    """What a kind of document is called."""
    return KINDS[kind][language == "en"] if kind in KINDS else kind


def reason_word(error: str, language: str) -> str:
    """Why a file could not be read, in a word or two."""
    return REASONS[error][language == "en"] if error in REASONS else error
