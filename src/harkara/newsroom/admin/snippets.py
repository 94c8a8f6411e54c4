"""Authors and topics in the newsroom's menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from harkara.newsroom.models import Author, Topic


class AuthorViewSet(SnippetViewSet):
    """The desk's authors."""

    model = Author
    icon = "user"
    menu_label = _("Authors")
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["name", "role"]
    ordering = ["name"]


class TopicViewSet(SnippetViewSet):
    """The desk's topics."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    ordering = ["name"]


register_snippet(AuthorViewSet)
register_snippet(TopicViewSet)
