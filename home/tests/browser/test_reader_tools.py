"""The reader's script, run by a browser on a page that holds only what it needs."""

import json
from pathlib import Path

import pytest
from django.template.loader import render_to_string

import portal

SCRIPTS = Path(portal.__file__).parent / "static" / "portal" / "js"
ADDRESS = "http://portal.test/"

# A voice that says each sentence at once and writes it down.
VOICE = """
window.heard = [];
window.voices = [{lang: "en-US"}, {lang: "vi-VN", name: "Vi"}];
Object.defineProperty(window, "speechSynthesis", {value: Object.assign(
  new EventTarget(), {
    hold: false,
    getVoices: () => window.voices,
    cancel() { window.cancelled = true; },
    speak(words) {
      window.heard.push(words.text);
      words.onstart?.();
      if (!this.hold) setTimeout(() => words.onend?.());
    },
  })});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
TEXT = """
<h1 data-read>Hội nghị</h1>
<div data-read>
  <p>Theo Quyết định số 36/2018/QĐ-UBND. <span class="sample">minh họa</span></p>
  <ul><li>Từ ngày <b>25-28/01/2021</b> tại huyện.</li></ul>
</div>
<p>Không đọc câu này.</p>
"""


def page_with_tools() -> str:
    frame = {"pdf_available": True, "pdf_url": "pdf/"}
    return (
        '<!doctype html><html lang="vi"><head><title>Thử</title>'
        '<script src="/theme.js"></script>'
        '<script type="module" src="/portal.js"></script></head><body>'
        f"{render_to_string('components/toolbar.html', frame)}<main>{TEXT}</main>"
        f"{render_to_string('components/say.html')}</body></html>"
    )


def answer(route) -> None:
    """The page at any address, the two scripts at theirs."""
    name = route.request.url.rpartition("/")[2]
    if name.endswith(".js"):
        body, kind = (SCRIPTS / name).read_text("utf-8"), "text/javascript"
    else:
        body, kind = page_with_tools(), "text/html"
    route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")


@pytest.fixture
def open_tools(chromium):
    """Open the page in a fresh profile; `system` is the theme the system asks for."""
    contexts = []

    def visit(*, system="light", script=VOICE):
        context = chromium.new_context(color_scheme=system)
        contexts.append(context)
        context.route("**/*", answer)
        context.add_init_script(script)
        page = context.new_page()
        page.goto(ADDRESS)
        return page

    yield visit
    for context in contexts:
        context.close()


def pressed(page, tool: str) -> str:
    return page.get_attribute(f"[data-tool={tool}]", "aria-pressed")


def test_text_grows_in_five_steps_and_stays_grown_on_the_next_page(open_tools):
    page = open_tools()
    assert pressed(page, "normal") == "true"
    for _step in range(6):
        page.click("[data-tool=bigger]", force=True)  # the last step is disabled
    assert page.evaluate("document.documentElement.dataset.size") == "5"
    assert pressed(page, "bigger") == "true"
    assert page.get_attribute("[data-tool=bigger]", "aria-disabled") == "true"
    assert "5" in page.text_content(".say")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.size") == "5"
    page.click("[data-tool=normal]")
    assert page.evaluate("document.documentElement.dataset.size") is None
    assert page.evaluate("localStorage.length") == 0
    page.click("[data-tool=smaller]")
    assert pressed(page, "smaller") == "true"
    assert page.context.cookies() == []


def test_night_is_kept_and_choosing_as_the_system_does_is_forgotten(open_tools):
    page = open_tools()
    page.click("[data-tool=night]")
    assert pressed(page, "night") == "true"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.click("[data-tool=night]")
    assert page.evaluate("document.documentElement.dataset.theme") is None
    assert page.evaluate("localStorage.length") == 0


def test_a_dark_system_starts_dark_and_day_can_be_chosen(open_tools):
    page = open_tools(system="dark")
    assert pressed(page, "night") == "true"
    page.click("[data-tool=night]")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_without_storage_the_tools_still_work(open_tools):
    closed = VOICE + "Storage.prototype.setItem = () => { throw new Error('no'); };"
    page = open_tools(script=closed)
    page.click("[data-tool=bigger]")
    assert page.evaluate("document.documentElement.dataset.size") == "3"


def test_the_content_is_read_sentence_by_sentence_and_nothing_else(open_tools):
    page = open_tools()
    page.click("[data-tool=speak]")
    page.wait_for_function("document.querySelector('.say').textContent")
    page.wait_for_function("!document.documentElement.matches('.is-speaking')")
    assert page.evaluate("heard") == [
        "Hội nghị",
        "Theo Quyết định số 36 năm 2018 của Ủy ban nhân dân.",
        "Từ ngày 25 đến 28 tháng 1 năm 2021 tại huyện.",
    ]
    assert pressed(page, "speak") == "false"


def test_the_sentence_being_read_is_marked_and_escape_stops(open_tools):
    page = open_tools(script=VOICE + "speechSynthesis.hold = true;")
    page.click("[data-tool=speak]")
    page.wait_for_function("heard.length === 1")
    assert pressed(page, "speak") == "true"
    marked = "[...CSS.highlights.get('spoken')].map(String).join()"
    assert page.evaluate(marked) == "Hội nghị"
    page.keyboard.press("Escape")
    assert pressed(page, "speak") == "false"
    assert page.evaluate("cancelled && !CSS.highlights.has('spoken')")
    assert page.text_content(".say")


def test_a_device_without_a_vietnamese_voice_is_told_so(open_tools):
    page = open_tools(script=VOICE + 'window.voices = [{lang: "en-US"}];')
    page.click("[data-tool=speak]")
    page.wait_for_function("document.querySelector('.say').textContent")
    assert page.text_content(".say") == page.get_attribute(".say", "data-no-voice")
    assert page.evaluate("heard") == []


def test_a_browser_that_cannot_speak_is_not_marked_as_one_that_can(open_tools):
    mute = "delete window.speechSynthesis; delete Window.prototype.speechSynthesis;"
    page = open_tools(script=mute)
    assert page.evaluate("document.documentElement.className") == "js"


SPOKEN = {
    "Nghị quyết số 14/2019/NQ-HĐND": "Nghị quyết số 14 năm 2019 của Hội đồng nhân dân",
    "Xem 06/2020/QĐ-UBND.": "Xem Quyết định số 6 năm 2020 của Ủy ban nhân dân.",
    "Hướng dẫn số 291/HD-SKHCN": ("Hướng dẫn số 291 của Sở Khoa học và Công nghệ"),
    "Luật số 51/2015/QH13": "Luật số 51 năm 2015 của Quốc hội khóa 13",
    "ký ngày 19/4/2018": "ký ngày 19 tháng tư năm 2018",
    "hạn 05/03": "hạn ngày 5 tháng 3",
    "UBND tỉnh và Sở KH&CN": "Ủy ban nhân dân tỉnh và Sở Khoa học và Công nghệ",
    "đạt 83%": "đạt 83 phần trăm",
    "chi 30.000/Người và 12/người": "chi 30.000/Người và 12/người",
    "hơn 600 người, năm 2021": "hơn 600 người, năm 2021",
}


@pytest.mark.parametrize(("written", "said"), SPOKEN.items(), ids=SPOKEN.keys())
def test_numbers_are_said_as_a_reader_would(open_tools, written, said):
    page = open_tools()
    script = f"import('/portal.js').then((m) => m.spoken({json.dumps(written)}))"
    assert page.evaluate(script) == said
