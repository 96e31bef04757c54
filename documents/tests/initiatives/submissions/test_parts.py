"""What the parts of a proposal take, and what they say of the rest."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from documents.initiatives.submissions import parts
from documents.initiatives.submissions.row_forms import AuthorsForm, BenefitsForm
from documents.tests.contributions import ANSWERS
from portal.forms.fields import MoneyField, NumberField, plain_number

TODAY = date(2026, 3, 2)


def authors(**answers) -> AuthorsForm:
    return AuthorsForm(parts.as_data({k: [v] for k, v in answers.items()}), today=TODAY)


def shares(*values: str) -> AuthorsForm:
    rows = {"so-hang": str(len(values))}
    for index, value in enumerate(values):
        rows |= {f"name-{index}": "Vi Văn Mẫu", f"share-{index}": value}
    return authors(**rows)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("1.500.000", "1500000"),
        ("1.500", "1500"),
        ("33,5", "33.5"),
        ("33.5", "33.5"),
        ("-1.000,25", "-1000.25"),
        (" 12 000 ", "12000"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed, plain):
    assert plain_number(typed) == plain


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_is_written_in_the_vietnamese_way_is_read_back(number):
    written = f"{number:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    field = NumberField(max_digits=15, decimal_places=2)
    assert field.clean(written) == number


@pytest.mark.parametrize("typed", ["1.500.000 đồng", "1500000đ", "1.500.000 VNĐ"])
def test_money_may_carry_its_name(typed):
    assert MoneyField().clean(typed) == 1_500_000


@pytest.mark.parametrize("typed", ["NaN", "Infinity", "-1", "một triệu", "1e400"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        MoneyField().clean(typed)


@pytest.mark.parametrize("values", [("99",), ("50", "51"), ("33,3", "33,3", "33,3")])
def test_shares_that_do_not_make_100_are_refused_with_their_sum(values):
    form = shares(*values)
    assert not form.is_valid()
    total = sum(Decimal(value.replace(",", ".")) for value in values)
    assert f"{total:f}".replace(".", ",") in form.problems[0].message
    assert form.problems[0].field_id == "id_share-0"


@pytest.mark.parametrize(
    "values", [("100",), ("66,5", "33,5"), ("33,34", "33.33", "33,33")]
)
def test_shares_that_make_100_are_taken(values):
    assert shares(*values).is_valid()


def test_an_empty_row_is_none_and_a_begun_one_needs_its_name():
    form = shares("100", "")
    form.data = form.data.copy()
    form.data["name-1"] = ""
    assert AuthorsForm(form.data, today=TODAY).is_valid()
    form.data["unit_then-1"] = "Trường Mẫu"
    begun = AuthorsForm(form.data, today=TODAY)
    assert {problem.field_id for problem in begun.problems} == {
        "id_name-1",
        "id_share-1",
    }


@pytest.mark.parametrize("count", ["0", "-1", "999", "x", "", "9" * 400])
def test_a_forged_number_of_rows_does_no_harm(count):
    assert 1 <= authors(**{"so-hang": count}).count <= AuthorsForm.most


def test_a_value_before_needs_one_after():
    data = parts.as_data({"kind-0": ["time"], "what-0": ["Giờ"], "baseline-0": ["4"]})
    form = BenefitsForm(data, today=TODAY)
    assert [problem.field_id for problem in form.problems] == ["id_result-0"]


@pytest.mark.django_db
class TestParts:
    def answers(self, **changed) -> dict:
        raw = {}
        for slug, given_answers in ANSWERS.items():
            raw[slug] = {
                name: value if isinstance(value, list) else [value]
                for name, value in given_answers.items()
            }
        for slug, names in changed.items():
            raw[slug.replace("_", "-")] |= {k: [v] for k, v in names.items()}
        return raw

    def problems(self, slug: str, answers: dict) -> list[str]:
        form = parts.find(slug).read(answers, today=TODAY)
        return [problem.field_id for problem in form.problems]

    def test_recognition_before_first_application_is_refused(self):
        answers = self.answers(cong_nhan={"on": "04/09/2023"})
        assert self.problems("cong-nhan", answers) == ["id_on"]
        # Mending the other day is enough: each is judged by what both say now.
        answers = self.answers(
            cong_nhan={"on": "04/09/2023"}, sang_kien={"first_applied_on": "1/9/2023"}
        )
        assert self.problems("cong-nhan", answers) == []

    @pytest.mark.parametrize("day", ["31/02/2024", "03/03/2026", "05/09/0203", "abc"])
    def test_days_that_cannot_be_meant_are_refused(self, day):
        answers = self.answers(cong_nhan={"on": day})
        assert self.problems("cong-nhan", answers) == ["id_on"]

    def test_too_many_steps_and_too_long_ones_are_refused(self):
        many = self.answers(giai_phap={"steps": "\n".join(["bước"] * 21)})
        long = self.answers(giai_phap={"steps": "x" * 161})
        assert self.problems("giai-phap", many) == ["id_steps"]
        assert self.problems("giai-phap", long) == ["id_steps"]

    def test_every_part_has_a_next_and_the_last_none(self):
        order = [parts.PARTS[0]]
        while following := parts.after(order[-1]):
            order.append(following)
        assert tuple(order) == parts.PARTS

    def test_only_the_parts_own_fields_are_kept(self):
        posted = QueryDict("problem=a&csrfmiddlewaretoken=x&is_admin=1&before=b%00c")
        form = parts.find("van-de").form(posted, today=TODAY)
        assert parts.raw_of(form, posted) == {"problem": ["a"], "before": ["bc"]}

    def test_what_is_shown_again_has_the_answers_and_no_errors(self):
        answers = self.answers(tac_gia={"share-0": "1"})
        form = parts.find("tac-gia").show(answers, today=TODAY)
        assert not form.errors
        assert form["share-0"].value() == "1"
        assert form.count == 2
