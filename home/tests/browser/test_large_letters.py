"""Letters of twice the size, and screens a hand wide: nothing goes off the edge."""

import pytest

from home.tests.browser.test_registration import PAUSE, register

ROOM = "/su-kien/tap-huan-viet-va-nhan-rong-sang-kien/"
CLASS = f"{ROOM}lop-xa-van-quan/"
ACT = "/van-ban/12-2023-qd-mh/"
#: One of each kind of page.
PATHS = [
    "/",
    "/tin-tuc/",
    "article",
    "/su-kien/",
    "/su-kien/?xem=thang",
    ROOM,
    CLASS,
    f"{CLASS}dang-ky/",
    "/ve/",
    "/chung-nhan/",
    "/du-lieu-ca-nhan/yeu-cau/",
    "/van-ban/",
    ACT,
    "/van-ban/36-2018-qd-ubnd/",
    "/van-ban/12-2023-qd-mh/quy-che/dieu-5/",
    "/van-ban/02-2025-ttlt-mh-mhph/",
    f"{ACT}so-sanh/",
    f"{ACT}theo-doi/",
    f"{ACT}bao-loi/",
    "/sang-kien/",
    "/sang-kien/theo-dia-ban/",
    "/sang-kien/nhu-cau/",
    "/sang-kien/gui/",
    "/sang-kien/phieu-tu-kiem/",
    "/tim-kiem/?q=sang+kien",
    "/tim-kiem/?q=36/2018",
    "/tim-kiem/?q=zzzz",
    "/huong-dan/",
    "/huong-dan/cong-nhan-sang-kien-o-co-so/",
    "/bieu-mau/",
    "/bieu-mau/mau-01-phieu-de-nghi/",
    "/hoi-dap/",
    "/hoi-dap/nop-ho-so-qua-thu-dien-tu/",
    "/hoi-dap/ma/",
    "/lien-he/",
    "/du-lieu-mo/",
    "/du-lieu-ca-nhan/",
    "/da-luu/",
    "/so-do-trang/",
    "/khong-co-trang-nay/",
]
#: Width, size of letters as a browser sets it, and step of the portal's own tool.
LOOKS = ((360, "200%", ""), (360, "", "5"), (320, "", ""), (180, "", ""))
SET = """([letters, step]) => {
  document.documentElement.style.fontSize = letters;
  if (step) document.documentElement.dataset.size = step;
  else delete document.documentElement.dataset.size;
}"""
#: A syllable of Vietnamese has seven letters at most, and stands on one line.
BROKEN = r"""() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode, element = text.parentElement;
    if (!element.checkVisibility() || element.closest(".vh, thead, [hidden]")) continue;
    if (element.getBoundingClientRect().width <= 1) continue;
    for (const word of text.data.matchAll(/(?<=^|\s)\p{L}{2,7}(?=$|[\s.,;:])/gu)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((one) => one.top | 0));
      if (lines.size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


def off_the_edge(page) -> list[tuple]:
    """The looks in which the page is wider than the screen, or breaks syllables.

    At 180 px nothing goes off the edge, but a heading's word may be wider than that.
    """
    found = []
    for width, letters, step in LOOKS:
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate(SET, [letters, step])
        wide = page.evaluate("document.documentElement.scrollWidth")
        broken = page.evaluate(BROKEN) if width > 180 else []
        if wide > width or broken:
            found.append((width, letters or step, wide, broken))
    return found


@pytest.mark.parametrize("path", PATHS)
def test_nothing_goes_off_the_edge(open_page, article_path, path):
    page = open_page(article_path if path == "article" else path, width=360)
    assert off_the_edge(page) == []


def test_a_form_sent_back_and_a_ticket(open_page, served):
    conference = served.manage("generate_conference", "--capacity", "500").strip()
    page = open_page(f"{conference}dang-ky/", width=360)
    page.wait_for_timeout(PAUSE)
    page.get_by_role("button", name="Gửi đăng ký").click()
    page.get_by_role("group", name="cần sửa").wait_for()
    assert off_the_edge(page) == []
    page.evaluate(SET, ["", ""])
    page.goto(page.url)
    ticket = register(page, "Vi Thị Mẫu", "0913 000 031", "Gửi đăng ký")
    assert off_the_edge(page) == []
    for rest in ("sua/", "tra-cho/", "du-lieu/"):
        page.goto(ticket + rest)
        assert off_the_edge(page) == []
