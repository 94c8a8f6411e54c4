"""Rights: what the person at the desk may do with a story and with those it repeats."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies.pages import PagePermissionPolicy

from harkara.newsroom.models import ArticlePage, FrontPage, SectionPage
from harkara.newsroom.queries.repeats import Repeat
from harkara.newsroom.refusals import Refused


class Locked(Refused):
    """Somebody else has locked the story."""

    sentence = _("The story is locked. Ask whoever locked it to open it.")


@dataclass(frozen=True, kw_only=True)
class Rights:
    """What a person may do with one story."""

    person: User
    article: ArticlePage
    may_add_topics: bool
    paper: str
    editable: frozenset[int] = field(default=frozenset())
    """Those of the repeated stories that the person may edit, by their pages."""

    def may_move_to(self, section_id: int) -> bool:
        """Say whether the person may put the story into a section."""
        section = SectionPage.objects.live().filter(pk=section_id).first()
        if section is None:
            return False
        return bool(self.article.permissions_for_user(self.person).can_move_to(section))

    def may_merge_into(self, other: Repeat) -> bool:
        """Say whether the person may merge the story into another, and withdraw it if it is live.

        A live story is not merged into one that readers cannot reach.
        """
        if other.article_id not in self.editable or (self.article.live and not other.path):
            return False
        return not self.article.live or bool(
            self.article.permissions_for_user(self.person).can_unpublish()
        )


def person_at(request: HttpRequest) -> User:
    """Return who sits at the screen. Raises PermissionDenied for nobody."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def story_for(person: User, article_id: int) -> ArticlePage:
    """Return a story that a person may edit. Raises Http404 or PermissionDenied."""
    article: ArticlePage = get_object_or_404(ArticlePage, pk=article_id)
    if not article.permissions_for_user(person).can_edit():
        raise PermissionDenied
    return article


def check_open(person: User, article: ArticlePage) -> None:
    """Raise Locked if a story may be looked at and not written."""
    if article.permissions_for_user(person).page_locked():
        raise Locked


def rights_of(person: User, article: ArticlePage, repeats: Collection[Repeat] = ()) -> Rights:
    """Return what a person may do with a story and those it repeats."""
    return Rights(
        person=person,
        article=article,
        may_add_topics=person.has_perm("newsroom.add_topic"),
        paper=FrontPage.objects.values_list("title", flat=True).first() or "",
        editable=_editable(person, [one.article_id for one in repeats]),
    )


def _editable(person: User, article_ids: Collection[int]) -> frozenset[int]:
    if not article_ids:
        return frozenset()
    pages = PagePermissionPolicy().instances_user_has_permission_for(person, "change")
    return frozenset(pages.filter(pk__in=article_ids).values_list("pk", flat=True))
