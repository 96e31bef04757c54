"""Which kind of page a query asks for, and questions that are made by rule."""

import pytest

from portal.bench.relevance.natural.paragraphs import TELLING, paragraph_questions
from portal.search.analyser import folded_words
from portal.search.page_words import kinds_asked


@pytest.mark.parametrize(
    ("query", "is_question", "kinds"),
    [
        ("sáng kiến y tế", False, {"sang-kien"}),
        ("xem các sáng kiến về rừng", False, {"sang-kien"}),
        ("hồ sơ sáng kiến", False, set()),
        ("sáng kiến được thưởng thế nào", True, set()),
        ("xã Chi Lăng có sáng kiến gì", True, {"sang-kien"}),
        ("văn bản nào đã hết hiệu lực", True, {"van-ban"}),
        ("lớp tập huấn tháng 12", False, {"su-kien"}),
        ("lịch hội nghị", False, {"su-kien"}),
        ("", False, set()),
    ],
)
def test_the_noun_at_the_head_says_the_kind(query, is_question, kinds):
    asked = kinds_asked(folded_words(query), is_question=is_question)
    assert set(asked) == kinds


def test_questions_by_rule_are_the_same_for_the_same_texts_and_leave_out_twins():
    sentence = "Mỗi xã ghi lại số hồ sơ nhận trong tuần vào một cuốn sổ dùng chung"
    twin = "Hội đồng họp khi có đủ hai phần ba số thành viên có mặt tại buổi họp"
    texts = [("/a/", f"{sentence}. {twin}."), ("/b/", f"{twin}.")]
    asked = paragraph_questions(texts, with_marks=True)
    assert asked == paragraph_questions(texts, with_marks=True)
    assert [one.right for one in asked] == [{"/a/": 3}]
    kept = [word for word in asked[0].query.split() if word in sentence.lower().split()]
    assert len(set(kept)) >= TELLING
    assert paragraph_questions(texts, with_marks=False)[0].query.isascii()
