from __future__ import annotations

from tests.paper import making
from tests.paper.printed import LetterForm, letter, one, read, words

PAPER = making.make_newspaper()


def test_a_letter_is_posted_to_the_reporter_with_the_token() -> None:
    form = one(letter(making.IDA, PAPER), "//form[@method='post']")
    assert form.get("action") == "/letters/ida-renn/"
    assert one(form, ".//input[@name='csrfmiddlewaretoken']").get("value") == "a" * 64


def test_every_field_has_a_label_and_its_purpose() -> None:
    form = one(letter(making.IDA, PAPER), "//form[@method='post']")
    for name, purpose in (("name", "name"), ("email", "email"), ("message", "off")):
        field = one(form, f".//*[@name='{name}']")
        assert one(form, f".//label[@for='{field.get('id')}']").text.startswith("Your")
        assert field.get("autocomplete") == purpose
    hint = one(form, ".//*[@name='message']").get("aria-describedby")
    assert words(one(form, f".//*[@id='{hint}']")) == "In any language."


def test_what_is_wrong_is_told_where_it_is_wrong_and_nothing_typed_is_lost() -> None:
    typed = "Dear Ida,\n\n  two lines down & <b>"
    form = LetterForm({"name": "", "email": "nowhere", "message": typed})
    page = one(letter(making.IDA, PAPER, form=form), "//form[@method='post']")
    assert "was not sent" in words(one(page, ".//*[@role='alert']"))
    email = one(page, ".//input[@name='email']")
    assert email.get("value") == "nowhere"
    assert email.get("aria-invalid") == "true"
    assert words(one(page, f".//*[@id='{email.get('aria-describedby')}']")).startswith(
        "Enter a valid"
    )
    assert one(page, ".//textarea").text.removeprefix("\n") == typed


def test_what_is_wrong_with_the_whole_is_told_too() -> None:
    form = LetterForm({"name": "A", "email": "a" + "@" + "b.example", "message": "Dear Ida"})
    form.add_error(None, "Please wait an hour.")
    page = letter(making.IDA, PAPER, form=form)
    assert "Please wait an hour." in words(one(page, "//*[@role='alert']"))


def test_a_letter_that_was_sent_is_thanked_for() -> None:
    page = read(letter(making.IDA, PAPER, is_sent=True))
    assert words(one(page, "//h1")) == "Your letter is on its way"
    assert not page.xpath("//form[@method='post']")
    assert "/authors/ida-renn/" in page.xpath("//main//a/@href")
