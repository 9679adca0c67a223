"""The folder of printed handouts: prints only what changed, and keeps whole files only.

A manifest beside the files says from what each was made. A file is written under another name and
then moved into place, so whoever looks, and whoever interrupts, finds the old one or the new one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final, Protocol

from kb.handouts.meta import HandoutError, HandoutMeta
from kb.handouts.pdf import render_pdf
from kb.handouts.word import render_docx

MANIFEST: Final = "manifest.json"
_TEMPORARY: Final = ".part"
# Suffix of a file -> what makes it; exercises, cases and the code of ethics come in every format.
FORMATS: Final[Mapping[str, Callable[[str, HandoutMeta], bytes]]] = {
    ".pdf": render_pdf,
    ".docx": render_docx,
}
_ENGINES: Final = ("typst", "pikepdf", "lxml", "fonttools", "python-docx")
# Typst works outside Python's lock; a third worker would only take memory.
_WORKERS: Final = 2

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Job:
    """One file to print. name: of the file, its suffix says the format; fragment: the page's HTML."""

    name: str
    meta: HandoutMeta
    fragment: str

    def made_from(self) -> object:
        """Return what decides what is in the file, the printer aside, as data for JSON."""
        return [asdict(self.meta), self.fragment]

    def render(self) -> bytes:
        """Return the file. Raises HandoutError for anything that cannot be printed."""
        return FORMATS[Path(self.name).suffix](self.fragment, self.meta)


class Printable(Protocol):
    """What the store asks of a job: a Job, or several bound into one file (pack.Pack)."""

    @property
    def name(self) -> str:
        """Return the name of the file."""
        ...

    @property
    def meta(self) -> HandoutMeta:
        """Return what stands around its text."""
        ...

    def made_from(self) -> object:
        """Return what decides what is in the file."""
        ...

    def render(self) -> bytes:
        """Return the file."""
        ...


@dataclass(frozen=True)
class Failure:
    """A job whose text cannot be printed."""

    job: Printable
    error: HandoutError


def build(
    jobs: Iterable[Printable],
    out: Path,
    progress: Progress = lambda done, total, name: None,
    *,
    complete: bool = True,
) -> list[Failure]:
    """Print the jobs whose sources, templates, fonts or engines changed into the folder `out`.

    progress(done, total, name) is called before the first job, with 0 and "", and after each one.
    complete: these are all the jobs there are, so files of others are removed. Returns the jobs
    that failed; their old files stay as they were.
    """
    wanted = {job.name: job for job in jobs}
    _clear(out, wanted if complete else None)
    kept = _manifest(out)
    todo = stale(wanted.values(), out)
    failures: list[Failure] = []
    progress(0, len(todo), "")
    for done, (job, result) in enumerate(_printed(todo), start=1):
        if isinstance(result, HandoutError):
            failures.append(Failure(job, result))
        else:
            _write(out / job.name, result)
            kept[job.name] = _key(job)
            _write_manifest(out, kept)
        progress(done, len(todo), job.name)
    return sorted(failures, key=lambda failure: failure.job.name)


def stale(jobs: Iterable[Printable], out: Path) -> list[Printable]:
    """Return the jobs whose file is missing or was made from something else."""
    known = _manifest(out)
    return [job for job in jobs if known.get(job.name) != _key(job) or not (out / job.name).is_file()]


def _printed(jobs: list[Printable]) -> Iterator[tuple[Printable, bytes | HandoutError]]:
    """Yield each job with its file as it gets ready."""
    pool = ThreadPoolExecutor(_WORKERS)
    try:
        running: dict[Future[bytes], Printable] = {pool.submit(job.render): job for job in jobs}
        for future in as_completed(list(running)):
            job = running.pop(future)  # what is finished is let go, or memory would hold every file
            try:
                yield job, future.result()
            except HandoutError as error:
                yield job, error
    finally:
        pool.shutdown(cancel_futures=True)


def _key(job: Printable) -> str:
    """Return a hash of everything the file is made from."""
    made_from = json.dumps([job.made_from(), _engine()], ensure_ascii=False)
    return hashlib.sha256(made_from.encode("utf-8")).hexdigest()


@cache
def _engine() -> str:
    """Return a hash of the printer itself: its code, templates, fonts and libraries."""
    digest = hashlib.sha256()
    for library in _ENGINES:
        digest.update(f"{library} {version(library)}\n".encode())
    here = Path(__file__).parent
    for path in sorted(here.rglob("*")):
        if path.suffix in (".py", ".typ", ".ttf"):
            digest.update(path.relative_to(here).as_posix().encode("utf-8"))
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _manifest(out: Path) -> dict[str, str]:
    """Return file name -> hash of what it was made from; empty where there is none to trust."""
    try:
        found = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write_manifest(out: Path, kept: Mapping[str, str]) -> None:
    text = json.dumps(dict(sorted(kept.items())), indent=1) + "\n"
    _write(out / MANIFEST, text.encode("utf-8"))


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}{_TEMPORARY}")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _clear(out: Path, wanted: Mapping[str, Printable] | None) -> None:
    """Make the folder, and remove half-written files and, unless None, all files not wanted."""
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(out.iterdir()):
        unwanted = wanted is not None and path.suffix in FORMATS and path.name not in wanted
        if path.suffix == _TEMPORARY or unwanted:
            path.unlink()
    if wanted is not None:
        kept = {name: key for name, key in _manifest(out).items() if name in wanted}
        _write_manifest(out, kept)
