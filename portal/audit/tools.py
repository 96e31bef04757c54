"""The tools, each as a function from pages to faults; one that is missing says so.

html-validate, vnu and Lighthouse come from the npm registry into `var/audit`, vnu and
Lighthouse need Java and Chromium besides; axe comes with the Python packages.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Literal

#: Pinned, so that two machines find the same.
PACKAGES = ("html-validate@10.9.0", "vnu-jar@26.9.27", "lighthouse@13.5.0")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
_FRESH = 600
_LIGHTHOUSE = ("performance", "accessibility", "best-practices", "seo")

_LOOKS: tuple[tuple[Literal["light", "dark"], int], ...] = (
    ("light", 1280),
    ("dark", 360),
)

Faults = dict[str, list[str]]


class Missing(Exception):
    """A tool is not there; the message says how to get it."""


def install(folder: Path) -> None:
    """Fetch what comes from npm, once."""
    if not shutil.which("npm"):
        raise Missing("npm is not installed: apt-get install nodejs npm")
    folder.mkdir(parents=True, exist_ok=True)
    stamp = folder / "installed"
    if stamp.is_file() and stamp.read_text("utf-8") == "\n".join(PACKAGES):
        return
    command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder)]
    try:
        done = subprocess.run(  # noqa: S603  words of ours
            [*command, *PACKAGES], capture_output=True, text=True, timeout=_FRESH
        )
    except subprocess.TimeoutExpired as error:
        raise Missing("the npm registry does not answer") from error
    if done.returncode:
        raise Missing(f"npm cannot install: {done.stderr.strip().splitlines()[-1:]}")
    stamp.write_text("\n".join(PACKAGES), "utf-8")


def axe(base: str, paths: list[str]) -> Faults:
    """Both themes, on a desk and on a phone; what is wider than the phone, too."""
    # Neither is there where only the portal itself is installed.
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    if not CHROMIUM:
        raise Missing("Chromium is not installed: apt-get install chromium")
    found: Faults = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        for path in paths:
            found[path] = []
            for scheme, width in _LOOKS:
                page = browser.new_page()
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                page.goto(base + path)
                answer = Axe().run(page).response["violations"]
                found[path] += [
                    f"{rule['id']}: {node['html'][:100]}"
                    for rule in answer
                    for node in rule["nodes"]
                ]
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    found[path].append(f"wider than {width} px")
                page.close()
        browser.close()
    return found


def html_validate(folder: Path, files: Mapping[str, Path]) -> Faults:
    """The rules of the standard alone: how we write is not the tool's to say."""
    rules = folder / "rules.json"
    rules.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
    program = folder / "node_modules" / ".bin" / "html-validate"
    names = [str(file) for file in files.values()]
    command = [str(program), "--config", str(rules), "--formatter", "json", *names]
    answer = _json_of(command)
    by_file = {Path(one["filePath"]).name: one["messages"] for one in answer}
    return {
        path: [
            f"{one['ruleId']}: {one['message']} (line {one['line']})"
            for one in by_file.get(file.name, ())
            if one["severity"] == 2
        ]
        for path, file in files.items()
    }


def vnu(folder: Path, files: Mapping[str, Path]) -> Faults:
    """The checker of the W3C."""
    if not shutil.which("java"):
        raise Missing("Java is not installed: apt-get install default-jre-headless")
    jars = sorted((folder / "node_modules" / "vnu-jar").rglob("vnu.jar"))
    if not jars:
        raise Missing("vnu.jar is not in the npm package")
    names = [str(file) for file in files.values()]
    command = ["java", "-Xss4m", "-jar", str(jars[0]), "--format", "json", "--stdout"]
    answer = _json_of([*command, "--errors-only", *names])
    found: Faults = {path: [] for path in files}
    paths = {file.name: path for path, file in files.items()}
    for one in answer["messages"]:
        path = paths[Path(one["url"]).name]
        found[path].append(f"{one['message']} (line {one.get('lastLine')})")
    return found


def lighthouse(
    folder: Path, base: str, paths: list[str], hidden: Collection[str] = ()
) -> Faults:
    """Whatever is below 100; a page of `hidden` asks not to be found by engines."""
    program = folder / "node_modules" / ".bin" / "lighthouse"
    found: Faults = {}
    for path in paths:
        command = [str(program), base + path, "--output=json", "--quiet"]
        command += ["--chrome-flags=--headless=new --no-sandbox"]
        command += [f"--only-categories={','.join(_LIGHTHOUSE)}"]
        scores = _json_of(command, CHROME_PATH=CHROMIUM)["categories"]
        found[path] = [
            f"{name}: {round((one['score'] or 0) * 100)}"
            for name, one in scores.items()
            if (one["score"] or 0) < 1 and not (name == "seo" and path in hidden)
        ]
    return found


def _json_of(command: list[str], **environment: str):
    """What a tool prints; it ends with an error where it found something."""
    done = subprocess.run(  # noqa: S603  words of ours
        command,
        capture_output=True,
        text=True,
        timeout=_FRESH,
        env=os.environ | environment,
    )
    try:
        return json.loads(done.stdout)
    except ValueError as error:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise Missing(f"{Path(command[0]).name} does not run: {last}") from error
