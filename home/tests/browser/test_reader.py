"""The toolbar with JavaScript, and everything else without."""

import pytest


def tool(page, name: str):
    """A button of the toolbar above the article; the footer has some again."""
    return page.locator("main").get_by_role("button", name=name)


def root_size(page) -> str:
    return page.evaluate("getComputedStyle(document.documentElement).fontSize")


def test_without_javascript_a_page_reads_and_the_menu_opens(open_page, article_path):
    page = open_page(article_path, width=360, java_script_enabled=False)
    assert page.locator("main h1").is_visible()
    # What needs a script is not there to disappoint.
    assert not page.get_by_role("button", name="Đọc nội dung").is_visible()
    page.locator("header summary", has_text="Mục lục").click()
    page.locator("header").get_by_role("link", name="Văn bản").first.click()
    assert page.url.endswith("/van-ban/")


def test_without_javascript_the_search_box_answers(open_page):
    page = open_page("/", java_script_enabled=False)
    box = page.locator("main input[name=q]").first
    box.fill("sang kien")
    box.press("Enter")
    assert "/tim-kiem/?q=sang" in page.url
    assert page.locator("main h1").is_visible()


def test_text_size_has_five_steps_and_is_kept_across_pages(open_page, article_path):
    page = open_page(article_path)
    sizes = [root_size(page)]
    for _step in range(4):
        tool(page, "+A").click(force=True)
        sizes.append(root_size(page))
    for _step in range(6):
        tool(page, "−A").click(force=True)
        sizes.append(root_size(page))
    assert len(set(sizes)) == 5
    page.goto(page.url.split("/tin-tuc/")[0] + "/van-ban/")
    assert root_size(page) == sizes[-1]


def test_night_mode_is_kept_and_says_its_state(open_page, article_path):
    page = open_page(article_path, color_scheme="light")
    button = tool(page, "Chế độ ban đêm")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.context.cookies() == []


def test_reading_aloud_goes_sentence_by_sentence_and_esc_stops(open_page, article_path):
    page = open_page("/")
    # A voice of our own that takes its time: the machine's may be missing.
    page.add_init_script(
        """
        window.spoken = [];
        const voice = {lang: 'vi-VN', name: 'Thử', localService: true, default: true};
        const synth = {
          speaking: false, pending: false, paused: false,
          getVoices: () => [voice],
          addEventListener() {}, removeEventListener() {},
          cancel() { clearTimeout(this.timer); this.speaking = false; },
          pause() {}, resume() {},
          speak(utterance) {
            window.spoken.push(utterance.text);
            this.speaking = true;
            utterance.onstart?.({});
            this.timer = setTimeout(() => {
              this.speaking = false;
              utterance.onend?.({});
            }, 40);
          },
        };
        Object.defineProperty(window, 'speechSynthesis', {value: synth});
        window.SpeechSynthesisUtterance = class extends EventTarget {
          constructor(text) { super(); this.text = text; }
        };
        """
    )
    page.goto(page.url.rstrip("/") + article_path)
    tool(page, "Đọc nội dung").click()
    spoken: list[str] = []
    for _attempt in range(50):
        spoken = page.evaluate("window.spoken")
        if len(spoken) >= 4:
            break
        page.wait_for_timeout(100)
    assert len(spoken) >= 4
    assert spoken[0].startswith(page.locator("main h1").inner_text()[:20])
    page.keyboard.press("Escape")
    stopped = len(page.evaluate("window.spoken"))
    page.wait_for_timeout(300)
    assert len(page.evaluate("window.spoken")) <= stopped + 1
    assert tool(page, "Đọc nội dung").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_tab_stop_skips_to_the_content(open_page, width):
    page = open_page("/tin-tuc/", width=width)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#noi-dung"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#noi-dung"
