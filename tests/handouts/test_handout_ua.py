"""PDF/UA-1, held against the rules by veraPDF itself."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from handouts.conftest import Check
from handouts.printed import opened, printed
from kb.content import load
from kb.handouts import render_pdf
from kb.handouts.desk import desk_jobs
from kb.siteconfig import site_config
from support import ROOT


def test_every_copy_is_pdf_ua_1(verapdf: Check, tmp_path: Path) -> None:
    files = []
    for sample in ("worksheet", "case", "check"):
        for copy in ("blank", "guided", "trainer"):
            for lang in ("he", "en"):
                file = tmp_path / f"{sample}.{copy}.{lang}.pdf"
                file.write_bytes(printed(sample, copy, lang))
                files.append(file)
    for job in desk_jobs(load(ROOT), site_config(ROOT)):
        if not job.name.endswith(".pdf"):
            continue
        files.append(tmp_path / job.name)
        files[-1].write_bytes(render_pdf(job.fragment, job.meta))
    lines = verapdf(files)
    assert [line for line in lines if not line.startswith("PASS ")] == []
    assert len(lines) == len(files)


def test_the_check_sees_what_is_wrong(verapdf: Check, tmp_path: Path) -> None:
    """A field without a tooltip and a page without tags must not pass."""
    nameless = opened(printed("worksheet", "blank", "he"))
    del nameless.Root.AcroForm.Fields[0].TU
    nameless.save(tmp_path / "nameless.pdf")
    untagged = opened(printed("worksheet", "blank", "he"))
    untagged.Root.MarkInfo = pikepdf.Dictionary(Marked=False)
    untagged.save(tmp_path / "untagged.pdf")
    lines = verapdf([tmp_path / "nameless.pdf", tmp_path / "untagged.pdf"])
    verdicts = [line.split()[0] for line in lines if not line.startswith(" ")]
    assert verdicts == ["FAIL", "FAIL"]
    assert any(line.startswith("  7.18.1-3: ") for line in lines), lines
    assert any(line.startswith("  6.2-1: ") for line in lines), lines
