"""What an editor's form must not lose, on a slow line or after a fault."""

import json
from io import BytesIO

from PIL import Image
from playwright.sync_api import expect

from home.tests.browser.page_loads import next_document
from home.tests.browser.test_editors import more, write_article

# Several answers, one after the other.
PATIENCE = 60_000
# Pages of a title, as the portal has them.
COUNT = """
import json
from wagtail.models import Page
print(json.dumps(Page.objects.filter(title__startswith="{title}").count()))
"""


def picture() -> dict:
    content = BytesIO()
    Image.new("RGB", (40, 30), "darkgreen").save(content, "PNG")
    return {
        "name": "lop-hoc.png",
        "mimeType": "image/png",
        "buffer": content.getvalue(),
    }


def new_article(editor) -> None:
    editor.get_by_role("button", name="Trang", exact=True).click()
    editor.get_by_role("link", name="Tin tức", exact=True).click()
    with next_document(editor):
        editor.get_by_role("link", name="Thêm trang con").first.click()


def test_a_button_pressed_while_the_form_is_kept_makes_no_second_page(
    open_admin, served
):
    title = "Minh họa: đường truyền chậm"
    editor = open_admin("bientap")
    new_article(editor)
    answers = []

    def hold(route):
        if route.request.headers.get("accept") == "application/json":
            answers.append((route, route.fetch()))
        else:
            route.continue_()

    # The page is there on the server; the line has not yet said so.
    editor.route("**/admin/pages/add/**", hold)
    editor.locator("[name=title]").fill(title)
    editor.keyboard.press("Tab")
    # A form that has only just come may not be listening yet: it is written on.
    for attempt in range(30):
        if answers:
            break
        words = "Mạng ở xã có lúc chậm" + "." * (attempt + 1)
        editor.locator("[name=summary]").fill(words)
        editor.keyboard.press("Tab")
        editor.wait_for_timeout(1_000)
    assert [answer.ok for _route, answer in answers] == [True]
    more(editor)
    editor.get_by_role("button", name="Gửi duyệt theo Duyệt tin bài").click()
    editor.wait_for_timeout(500)
    for route, answer in answers:
        route.fulfill(response=answer)
    # The button that was pressed counts, not only what was typed.
    said = editor.locator(".messages")
    expect(said).to_contain_text("gửi duyệt", timeout=PATIENCE)
    script = COUNT.format(title=title)
    assert json.loads(served.manage("shell", "--verbosity", "0", "-c", script)) == 1


def test_a_fault_in_the_alt_text_keeps_the_chosen_picture(open_admin):
    editor = open_admin("bientap")
    write_article(editor, title="Minh họa: bài có ảnh", lead="Một bài có một ảnh.")
    editor.get_by_role("button", name="Chọn hình ảnh").first.click()
    dialog = editor.get_by_role("dialog")
    dialog.get_by_role("tab", name="Tải lên").click()
    file = dialog.locator("input[type=file]")
    file.set_input_files(picture())
    # The file's own name is no alt text.
    dialog.get_by_label("Văn bản thay thế").fill("lop-hoc.png")
    dialog.get_by_role("button", name="Tải lên").click()
    expect(dialog.locator(".error-message")).to_have_count(1)
    assert file.evaluate("field => field.files[0].name") == "lop-hoc.png"

    words = "Học viên viết báo cáo trong hội trường"
    dialog.get_by_label("Văn bản thay thế").fill(words)
    dialog.get_by_role("button", name="Tải lên").click()
    expect(dialog).to_be_hidden()


def test_a_whole_paragraph_becomes_a_link(open_admin):
    # When its words stood in the chooser's address, this answered HTTP 414.
    editor = open_admin("bientap")
    write_article(editor, title="Minh họa: liên kết dài", lead="Chọn cả đoạn.")
    asked = []
    editor.on("request", lambda request: asked.append(request.url))
    editor.get_by_title("Chèn khối nội dung").nth(1).click()
    editor.get_by_role("option", name="Đoạn văn").click()
    text = editor.locator("[contenteditable=true]").first
    text.click()
    words = "Sáng kiến được nhân rộng ở các xã trong tỉnh. " * 100
    editor.keyboard.insert_text(words)
    text.press("Control+a")
    editor.locator("[name=LINK]").click()
    dialog = editor.get_by_role("dialog")
    dialog.get_by_role("link", name="Liên kết ngoài").click()
    dialog.get_by_label("Địa chỉ web").fill("https://example.org/")
    dialog.get_by_role("button", name="Chèn liên kết").click()
    expect(text.locator("a")).to_have_text(words.strip())
    # What a server takes as an address, with room for others' limits.
    assert max(map(len, asked)) < 2_000


PASTE = """([field, html, text]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", text);
  const event = { clipboardData: data, bubbles: true, cancelable: true };
  field.dispatchEvent(new ClipboardEvent("paste", event));
}"""
TABLE = (
    "<table><tr><th>Xã</th><th>Số người</th></tr>"
    "<tr><td>Hữu Lũng</td><td>120</td></tr></table>"
)
CELLS = """Array.from(document.querySelectorAll(".typed-table-block tr"), (row) =>
  Array.from(row.querySelectorAll("input[type=text]"), (field) => field.value))"""


def paste(field, html: str, text: str) -> None:
    field.evaluate(
        f"(field, [html, text]) => ({PASTE})([field, html, text])", [html, text]
    )


def test_a_pasted_table_fills_cells_and_keeps_words_apart(open_admin):
    editor = open_admin("bientap")
    new_article(editor)
    body = editor.locator("[data-contentpath=body]")

    def add(block: str) -> None:
        body.locator("button.c-sf-add-button").last.click()
        editor.get_by_role("option", name=block).first.click()

    add("Đoạn văn")
    words = body.locator(".public-DraftEditor-content").last
    paste(words, TABLE, "")
    expect(words).to_contain_text("Hữu Lũng 120")
    expect(body.locator(".table-paste-note")).to_contain_text("khối “Bảng”")
    add("Bảng")
    paste(body.locator(".typed-table-block input[type=text]").first, TABLE, "")
    last = body.locator(".typed-table-block tbody input[type=text]").last
    expect(last).to_have_value("120")
    paste(last, "", "1\t2\n3\t4\n")
    assert editor.evaluate(CELLS) == [
        ["Xã", "Số người", ""],
        ["Hữu Lũng", "1", "2"],
        ["", "3", "4"],
        [],
    ]
