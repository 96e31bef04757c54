"""What is shown at a page's address, and below it, as the rooms' views say it.

A page type is rows and rules; it imports no view. A view registers itself with the
page type it serves, and `PortalPage` asks here. Each app's `page_views` module, found
when the portal starts, imports the modules that register.

    @page_context(RegulationPage)
    def act_context(page, request) -> dict: ...

    @page_view(RegulationPage, "so-sanh/", name="compare")
    def compare(page, request) -> HttpResponse: ...

    bare_below(EventPage, "ban-don-tiep")  # whose views show nothing of the page

    @page_schema(RegulationPage)
    def legislation(page, request) -> dict: ...
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

Context = Callable[..., dict]
View = Callable[..., HttpResponseBase]

_contexts: dict[type, list[Context]] = defaultdict(list)
_schemas: dict[type, Context] = {}
_patterns: dict[type, list[URLPattern]] = defaultdict(list)
_bare: dict[type, set[str]] = defaultdict(set)


def page_context(*page_types: type) -> Callable[[Context], Context]:
    """The function's dict joins the context of the page's template."""

    def register(function: Context) -> Context:
        for page_type in page_types:
            _contexts[page_type].append(function)
        return function

    return register


def page_schema(*page_types: type) -> Callable[[Context], Context]:
    """The function's dict is the page as schema.org data."""

    def register(function: Context) -> Context:
        _schemas.update(dict.fromkeys(page_types, function))
        return function

    return register


def page_view(page_type: type, route: str, *, name: str) -> Callable[[View], View]:
    """The function answers at `route` below each page of the type.

    It is called with the page, the request and what the route captures. `name` is
    what `page.reverse_subpage` and `{% routablepageurl %}` take.
    """

    def register(view: View) -> View:
        _patterns[page_type].append(path(route, view, name=name))
        return view

    return register


def bare_below(page_type: type, step: str) -> None:
    """The views below that step are called with a page fetched by itself.

    What its template reads beside it is asked for only if they ask. For addresses that
    are posted to many times a second.
    """
    _bare[page_type].add(step)


def is_bare(page_type: type, step: str) -> bool:
    """Whether the views below that step of a page of the type do without the rest."""
    return step in _bare.get(page_type, ())


def context_of(page, request: HttpRequest) -> dict:
    """What the functions of the page's types add, those of the nearest type last."""
    context: dict = {}
    for page_type in reversed(type(page).__mro__):
        for function in _contexts.get(page_type, ()):
            context |= function(page, request)
    return context


def schema_of(page, request: HttpRequest) -> dict | None:
    """The page as schema.org data, by its nearest type that says; None for none."""
    for page_type in type(page).__mro__:
        if page_type in _schemas:
            return _schemas[page_type](page, request)
    return None


def patterns_of(page_class: type) -> Iterator[URLPattern]:
    """The addresses below pages of the type, the nearest type's first."""
    for page_type in page_class.__mro__:
        yield from _patterns.get(page_type, ())
