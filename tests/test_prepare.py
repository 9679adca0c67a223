"""Preparing .venv, with a Python and a pip that only pretend: nothing is fetched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from verbs import prepare

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the pretended Python is a shell script")

LOCK = "one==1.0 \\\n    --hash=sha256:00\ntwo==2.0 \\\n    --hash=sha256:00\n"
SENTENCE = (
    "Set-up needs a network connection once, to fetch the packages of this project, and there is none. "
    "Connect and run the same command again.\n"
)
PREPARING = "Preparing .venv ...\n"

# Writes each call beside itself, answers for its version, and installs as the file `install` says.
PYTHON = """\
#!/bin/sh
here=$(dirname "$0")
echo "$@" >> "$here/../../calls"
case "$*" in
  *--version*) exit 0 ;;
  *install*) . "$here/../../install" ;;
esac
"""
GOOD = (
    'echo "Collecting one==1.0"\necho "Collecting two==2.0"\necho "Installing collected packages: one, two"\n'
)
NO_NETWORK = """\
echo "Collecting one==1.0"
echo "  WARNING: Retrying (Retry(total=1, connect=None)) after connection broken by \
'NewConnectionError('Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')'"
echo "ERROR: Could not find a version that satisfies the requirement one==1.0 (from versions: none)"
echo "ERROR: No matching distribution found for one==1.0"
exit 1
"""
WRONG_HASH = """\
echo "Collecting one==1.0"
echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."
exit 1
"""
PROGRESS = "Fetching packages: 1 of about 2\n"
INSTALLING = "Installing packages, about half a minute ...\n"


class Builder:
    """Stands in for venv.EnvBuilder; makes the pretended Python."""

    def __init__(self, with_pip: bool) -> None:
        assert with_pip

    def create(self, folder: Path) -> None:
        python = folder / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(PYTHON, encoding="utf-8")
        python.chmod(0o755)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with its locks, where installing goes well."""
    monkeypatch.setattr(prepare.venv, "EnvBuilder", Builder)
    (tmp_path / "requirements.lock").write_text(LOCK, encoding="utf-8")
    (tmp_path / "requirements-spelling.lock").write_text(LOCK + "three==3.0\n", encoding="utf-8")
    (tmp_path / "requirements-test.lock").write_text(LOCK + "three==3.0\nfour==4.0\n", encoding="utf-8")
    (tmp_path / "install").write_text(GOOD, encoding="utf-8")
    return tmp_path


def calls(root: Path) -> list[str]:
    """Return what the pretended Python has been asked since the last time."""
    log = root / "calls"
    found = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    log.unlink(missing_ok=True)
    return found


def pip_install(root: Path, lock: str = "requirements.lock") -> str:
    return (
        f"-m pip install --require-hashes --requirement {root / lock} --no-input --disable-pip-version-check "
        "--retries 2 --progress-bar off"
    )


def test_a_first_start_makes_the_environment(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert prepare.environment(root, "site") == str(root / ".venv/bin/python")
    assert calls(root) == [pip_install(root)]
    assert capsys.readouterr() == ("", PREPARING + PROGRESS + INSTALLING)


def test_a_second_start_does_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prepare.environment(root, "site")
    calls(root)
    capsys.readouterr()
    assert prepare.environment(root, "site") == str(root / ".venv/bin/python")
    assert (calls(root), capsys.readouterr()) == ([], ("", ""))


def test_without_network_there_is_one_sentence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "install").write_text(NO_NETWORK, encoding="utf-8")
    assert prepare.environment(root, "site") is None
    assert capsys.readouterr() == ("", PREPARING + PROGRESS + SENTENCE)


def test_after_a_failure_the_next_start_tries_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "install").write_text(NO_NETWORK, encoding="utf-8")
    prepare.environment(root, "site")
    (root / "install").write_text(GOOD, encoding="utf-8")
    calls(root)
    assert prepare.environment(root, "site") == str(root / ".venv/bin/python")
    assert calls(root) == ["-m pip --version", pip_install(root)]


@pytest.mark.parametrize(
    "line",
    [
        "NewConnectionError('Failed to establish a new connection: [Errno 11001] getaddrinfo failed')",
        "ConnectTimeoutError(<pip>, 'Connection to 10.0.0.1 timed out. (connect timeout=15)')",
        "socket.gaierror: [Errno 8] nodename nor servname provided, or not known",
        "OSError: [Errno 101] Network is unreachable",
        "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed'))",
    ],
)
def test_many_ways_of_having_no_network(line: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "install").write_text(f'cat <<"END"\n{line}\nERROR: No matching\nEND\nexit 1\n', encoding="utf-8")
    assert prepare.environment(root, "site") is None
    assert capsys.readouterr() == ("", PREPARING + SENTENCE)


def test_another_failure_is_told_in_the_words_of_pip(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "install").write_text(WRONG_HASH, encoding="utf-8")
    assert prepare.environment(root, "site") is None
    assert capsys.readouterr() == (
        "",
        PREPARING + PROGRESS + "Set-up failed while installing packages:\n"
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n",
    )
    assert not (root / ".venv" / prepare.STAMP).exists()


def test_a_changed_lock_is_installed(root: Path) -> None:
    prepare.environment(root, "site")
    calls(root)
    (root / "requirements.lock").write_text(LOCK.replace("2.0", "2.1"), encoding="utf-8")
    assert prepare.environment(root, "site") is not None
    assert calls(root) == ["-m pip --version", pip_install(root)]
    assert prepare.environment(root, "site") is not None
    assert calls(root) == []


def test_line_ends_of_the_lock_do_not_count(root: Path) -> None:
    prepare.environment(root, "site")
    calls(root)
    (root / "requirements.lock").write_bytes(LOCK.replace("\n", "\r\n").encode())
    assert prepare.environment(root, "site") is not None
    assert calls(root) == []


def test_another_python_prepares_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare.environment(root, "site")
    calls(root)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert prepare.environment(root, "site") is not None
    assert calls(root) == ["-m pip --version", pip_install(root)]


@pytest.mark.parametrize(
    ("need", "serves"), [("spelling", ["site", "spelling"]), ("test", ["site", "spelling", "test"])]
)
def test_what_more_is_needed_is_added_once_and_serves_the_rest(
    need: str, serves: list[str], root: Path
) -> None:
    prepare.environment(root, "site")
    calls(root)
    assert prepare.environment(root, need) is not None
    assert calls(root) == ["-m pip --version", pip_install(root, f"requirements-{need}.lock")]
    assert [prepare.environment(root, each) for each in serves] == [str(root / ".venv/bin/python")] * len(
        serves
    )
    assert calls(root) == []


def test_what_the_spelling_needs_does_not_serve_the_tests(root: Path) -> None:
    prepare.environment(root, "spelling")
    calls(root)
    prepare.environment(root, "test")
    assert calls(root) == ["-m pip --version", pip_install(root, "requirements-test.lock")]


@pytest.mark.parametrize("python", [None, "#!/bin/sh\nexit 1\n", "no program at all"])
def test_a_half_made_environment_is_made_again(
    python: str | None, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "rest").write_text("of a broken-off start", encoding="utf-8")
    if python is not None:
        (folder / "bin" / "python").write_text(python, encoding="utf-8")
        (folder / "bin" / "python").chmod(0o755)
    assert prepare.environment(root, "site") == str(folder / "bin/python")
    assert not (folder / "rest").exists()
    assert calls(root) == [pip_install(root)]
    assert capsys.readouterr().err.startswith(PREPARING)


def test_a_stamp_without_a_python_counts_for_nothing(root: Path) -> None:
    prepare.environment(root, "site")
    (root / ".venv/bin/python").unlink()
    calls(root)
    assert prepare.environment(root, "site") == str(root / ".venv/bin/python")
    assert calls(root) == [pip_install(root)]


@pytest.mark.parametrize(
    "error",
    [subprocess.CalledProcessError(1, ["ensurepip"]), OSError("no space"), SystemExit("no ensurepip")],
)
def test_a_python_without_venv_is_told_what_to_install(
    error: BaseException, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(self: Builder, folder: Path) -> None:
        (folder / "bin").mkdir(parents=True)
        raise error

    monkeypatch.setattr(Builder, "create", fail)
    assert prepare.environment(root, "site") is None
    assert capsys.readouterr() == (
        "",
        f"{PREPARING}Could not make .venv ({error}). On Debian and Ubuntu install the package python3-venv; "
        "elsewhere install Python from its own installer.\n",
    )
    assert not (root / ".venv").exists()


def test_progress_is_shown_every_tenth_package(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = "".join(f"package{number}==1.0\n" for number in range(25))
    (root / "requirements.lock").write_text(lock, encoding="utf-8")
    install = "".join(f'echo "Collecting package{number}==1.0"\n' for number in range(30))
    (root / "install").write_text(install, encoding="utf-8")
    assert prepare.environment(root, "site") is not None
    assert capsys.readouterr().err.splitlines() == [
        "Preparing .venv ...",
        "Fetching packages: 1 of about 25",
        "Fetching packages: 10 of about 25",
        "Fetching packages: 20 of about 25",
    ]


def test_on_a_terminal_progress_stays_on_one_line(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert prepare.environment(root, "site") is not None
    shown = [
        f"\r{text:<60}" for text in ("Fetching packages: 1 of about 2", "Fetching packages: 2 of about 2")
    ]
    assert capsys.readouterr().err == f"{PREPARING}{''.join(shown)}\r{INSTALLING.strip():<60}\n"


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    root = Path(__file__).resolve().parent.parent
    for name in prepare.LOCKS.values():
        text = (root / name).read_text(encoding="utf-8")
        entries = text.replace("\\\n", " ").splitlines()
        packages = [entry for entry in entries if entry.strip() and not entry.lstrip().startswith("#")]
        assert packages
        assert [entry for entry in packages if "==" not in entry or "--hash=sha256:" not in entry] == []
        assert "://" not in text


def test_the_test_lock_holds_the_other_lock() -> None:
    root = Path(__file__).resolve().parent.parent

    def pins(name: str) -> set[str]:
        lines = (root / name).read_text(encoding="utf-8").splitlines()
        return {line.split(" ")[0] for line in lines if "==" in line and not line.startswith((" ", "#"))}

    assert pins("requirements.lock") - pins("requirements-test.lock") == set()
