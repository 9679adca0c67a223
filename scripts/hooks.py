"""Door 2: MkDocs events. The only importer of mkdocs; all knowledge is in kb/."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from jinja2 import FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

from kb import content, direction, joining, memory, mount, pagedata, policy, redirects, render, report
from kb.aloud import languages, tables
from kb.protection import directives
from kb.search import publish, theme
from kb.siteconfig import EXTENSION, site_address

TEMPLATES_KEPT = "build/templates"

log = logging.getLogger("mkdocs.kb")

_state: dict[str, Any] = {}
_memory = memory.Memory()  # MkDocs loads a hook once, so this outlives the builds of a server
_search = publish.Collector()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether pages are made to be published or to be previewed."""
    _state["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add our Markdown extension; read and check all content, once for a build of all languages."""
    if EXTENSION not in config.markdown_extensions:
        config.markdown_extensions.append(EXTENSION)
    # i18n builds one language after the other with the same configuration object; serve makes a new
    # one for every build.
    if _state.get("config") is not config:
        _state["config"] = config
        _state["project"] = content.load(Path(config.config_file_path).parent, _memory)
        _check(_state["project"])
    return config


def _check(project: content.Project) -> None:
    """Say at once, with file and line, what is wrong, unless whoever started us has just said it."""
    if os.environ.pop(policy.CHECKED, None) is None:
        from kb import check  # only here: a build that has been checked need not read the rules

        for row in report.as_text(check.source(project)).splitlines():
            log.warning(row)


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> None:
    """Let templates say what their pages may load."""
    # Compiling the templates takes an eighth of a build; each language and each build would do it again.
    kept = Path(config.config_file_path).parent / TEMPLATES_KEPT
    kept.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(kept))
    env.globals["kb_policy"] = directives.in_page(serving=_state.get("serving", False))
    env.globals["kb_referrer"] = directives.REFERRER


@event_priority(100)
def _add_mounted(files: Files, config: MkDocsConfig) -> Files:
    """Before i18n sorts the files: append cases, exercises and handouts as if they lay in docs/."""
    project = _state["project"]
    for uri, _ in mount.pages(project):
        files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)
def _point_to_sources(files: Files, config: MkDocsConfig) -> Files:
    """After i18n: let the mounted pages be read from where they are, and add the handouts."""
    project = _state["project"]
    sources = dict(mount.pages(project))
    there = {file.src_uri for file in files}
    for file in files:
        if file.src_uri in sources:
            path = sources[file.src_uri]
            file.abs_src_path = str(path)
            file.edit_uri = path.relative_to(project.root).as_posix()
    for uri, path in mount.handouts(project.root, config.theme["language"]):
        if uri not in there:
            file = File(uri, str(project.root), config.site_dir, config.use_directory_urls)
            file.abs_src_path = str(path)
            files.append(file)
    return files


on_files = CombinedEvent(_add_mounted, _point_to_sources)


def on_page_read_source(page: SitePage, config: MkDocsConfig) -> str | None:
    """Let a page that is not UTF-8 be shown as far as it goes; MkDocs would stop with a traceback."""
    if page.file.src_uri in _state["project"].by_uri or page.file.abs_src_path is None:
        return None
    return Path(page.file.abs_src_path).read_bytes().decode("utf-8-sig", errors="replace")


def on_page_markdown(markdown: str, /, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Expand facts, citations and terms, and tell the blocks which page they stand on."""
    project = _state["project"]
    ours = project.by_uri.get(page.file.src_uri)
    if ours is None:  # misnamed or not UTF-8: the check has said so, and serving goes on
        config.mdx_configs[EXTENSION] = {}
        return markdown
    config.mdx_configs[EXTENSION] = {"context": render.Context(ours, project)}
    page.meta = pagedata.good_meta(ours, project)
    page.meta["kb"] = pagedata.for_template(ours, project)
    return render.expand(ours, project)


def on_page_content(html: str, /, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Put generated lists in place, and let the search read what the page says."""
    project = _state["project"]
    ours = project.by_uri.get(page.file.src_uri)
    if ours is None:
        return html
    html = render.complete(html, ours, project)
    if page.present_anchor_ids is not None:  # MkDocs checks links against what it saw itself
        page.present_anchor_ids = {*page.present_anchor_ids, *render.made_ids(html)}
    _search.add(html, page.url, page.meta)
    return languages.mark(tables.with_row_heads(html), ours.lang)


def on_page_context(
    context: dict[str, Any], /, *, page: SitePage, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """Give templates the page's language-less facts under one name."""
    context["kb"] = page.meta.get("kb", {})
    return context


def on_post_page(output: str, page: SitePage, config: MkDocsConfig) -> str:
    """Write the page's direction on its html element, put our search in place, join styles and scripts."""
    name = page.file.dest_uri
    try:
        return _joiner(config).page(theme.swap_worker(_directed(output, name), name), name)
    except (theme.Moved, joining.Unjoinable) as fault:
        raise PluginError(str(fault)) from None


def _joiner(config: MkDocsConfig) -> joining.Joiner:
    """Return the joiner of the build of this language; the next one reads the sources again."""
    if "joiner" not in _state:
        _state["joiner"] = joining.Joiner([Path(folder) for folder in config.theme.dirs])
    joiner: joining.Joiner = _state["joiner"]
    return joiner


def on_post_build(config: MkDocsConfig) -> None:
    """Write what the pages of the language that has just been built share: index, styles, scripts."""
    _joiner(config).write(Path(config.site_dir))
    del _state["joiner"]
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    redirects.write(root, site, site_address({"site_url": config.site_url}))
    try:
        _search.write(Path(config.config_file_path).parent, Path(config.site_dir))
    except theme.Moved as moved:
        raise PluginError(str(moved)) from None


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for pages that are no content: the 404 page."""
    return _directed(output_content, template_name) if template_name.endswith(".html") else output_content


def _directed(html: str, path: str) -> str:
    done, fault = direction.with_direction(html, path)
    if fault:
        from kb import report

        log.warning(report.as_text([fault]))
    return done
