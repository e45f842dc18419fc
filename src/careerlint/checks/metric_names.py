"""Metrics by one name each, whatever language and spelling: which are shares of one, and for which less is better."""

from __future__ import annotations

import re

from careerlint.expression import Expression

_NAMES: dict[str, str] = {
    "accuracy": r"accuracy|acc|정확도|정답률", "precision": r"precision|정밀도", "recall": r"recall|재현율|sensitivity|민감도", "f1": r"f[-_ ]?1(?:[-_ ]?(?:score|스코어|measure))?|f[-_ ]?measure|f[-_ ]?score",
    "auc": r"(?:roc[-_ ]?)?auc(?:[-_ ]?roc)?|auroc", "prauc": r"pr[-_ ]?auc|auprc", "ap": r"m?ap(?:50|75)?|map", "iou": r"m?iou", "dice": r"dice(?:[-_ ](?:score|coefficient))?", "em": r"em|exact match", "specificity": r"specificity|특이도",
    "mrr": r"mrr", "ndcg": r"ndcg", "r2": r"r2|r²|r\^2|결정계수", "rmse": r"rmse", "rmsle": r"rmsle", "mae": r"mae", "mse": r"mse", "mape": r"mape", "smape": r"smape", "logloss": r"log[-_ ]?loss", "loss": r"loss|손실",
    "perplexity": r"perplexity|ppl", "bleu": r"(?:sacre)?bleu", "rouge": r"rouge(?:-?l)?", "wer": r"wer|word error rate", "cer": r"cer|character error rate", "fid": r"fid", "psnr": r"psnr", "ssim": r"ssim",
    "latency": r"latency|response time|지연\s?시간|응답\s?시간", "kappa": r"kappa|qwk", "error": r"error(?: rate)?|오류율|에러율|오차율|오차", "ctr": r"ctr|클릭[률율]", "cvr": r"cvr|전환[률율]|conversion(?: rate)?",
}  # fmt: skip
_ANY = "(?:" + "|".join(f"(?P<{name}>(?:{expression})(?:@[0-9kK.:-]+)?)" for name, expression in _NAMES.items()) + ")"
_NAME = Expression(_ANY, re.IGNORECASE)
_INSIDE = Expression(rf"(?<![A-Za-z가-힣]){_ANY}(?![A-Za-z0-9])", re.IGNORECASE)
SHARES = frozenset(("accuracy", "precision", "recall", "f1", "auc", "prauc", "ap", "iou", "dice", "em", "specificity", "mrr", "ndcg", "ctr", "cvr"))
"""Metrics between nothing and one, which are printed as fractions or as percents."""
LESS_IS_BETTER = frozenset(("rmse", "rmsle", "mae", "mse", "mape", "smape", "logloss", "loss", "perplexity", "wer", "cer", "fid", "latency", "error"))
MORE_IS_BETTER = frozenset(("accuracy", "precision", "recall", "f1", "auc", "prauc", "ap", "iou", "dice", "em", "specificity", "mrr", "ndcg", "r2", "bleu", "rouge", "psnr", "ssim", "kappa", "ctr", "cvr"))


def canonical(name: str) -> str:
    """The one name of a metric with its cut-off ("recall@10"), or an empty text for what is no known metric."""
    match = _NAME.fullmatch(name.strip()) if name else None
    if match is None or match.lastgroup is None:
        return ""
    _, mark, cut = match[0].partition("@")
    return match.lastgroup + mark + cut.lower()


def base(name: str) -> str:
    """The metric without its cut-off."""
    return name.partition("@")[0]


def metric_in(text: str) -> str:
    """The only metric that a header or short text names, or an empty text where it names none or several."""
    found = {canonical(match[0]) for match in _INSIDE.finditer(text)}
    return next(iter(found)) if len(found) == 1 else ""


def is_percentage(metric: str, value: float) -> bool:
    """Whether a value without a mark is a percentage all the same: no share is more than one."""
    return metric in SHARES and value > 1
