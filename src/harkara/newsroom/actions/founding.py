"""Founding a paper: its front page, its sections, the desk's tray, the people's rights."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from harkara.newsroom.models import DeskPage, FrontPage, SectionPage

EDITORS = "संपादक"
REPORTERS = "संवाददाता"
TRAY = "डेस्क की ट्रे"
REVIEW = "डेस्क की जांच"
REPORTER_MAY = ("add_page", "change_page")
EDITOR_MAY = (*REPORTER_MAY, "publish_page", "bulk_delete_page", "lock_page", "unlock_page")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSection:
    """A section to open with."""

    name: str
    slug: str
    colour: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPaper:
    """A paper to found; `host` and `port` are where readers find it."""

    name: str
    tagline: str
    host: str
    port: int
    sections: tuple[NewSection, ...]
    publisher: str = ""
    email: str = ""
    address: str = ""


# What editors keep besides stories, by its model.
EDITORS_KEEP = ("author", "topic", "feedsubscription", "wireservice", "comment", "poll")

# What a new paper opens with; the desk renames, moves and adds as it likes.
USUAL_SECTIONS = (
    NewSection(name="देश", slug="desh", colour="indigo"),
    NewSection(name="दुनिया", slug="duniya", colour="teal"),
    NewSection(name="प्रदेश", slug="pradesh", colour="rust"),
    NewSection(name="जिला", slug="zila", colour="maroon"),
    NewSection(name="कारोबार", slug="karobar", colour="olive"),
    NewSection(name="खेल", slug="khel", colour="plum"),
    NewSection(name="शिक्षा", slug="shiksha", colour="ochre"),
    NewSection(name="मनोरंजन", slug="manoranjan", colour="slate"),
)


def is_founded() -> bool:
    """Return True if this home holds a paper."""
    return bool(FrontPage.objects.exists())


@transaction.atomic
def found_paper(paper: NewPaper) -> int:
    """Found the paper in an empty home and return the id of its front page."""
    root = Page.get_first_root_node()
    # Wagtail's own first page says "Welcome"; ours is the paper.
    Site.objects.all().delete()
    for page in root.get_children():
        page.delete()
    root = Page.objects.get(pk=root.pk)
    front = root.add_child(
        instance=FrontPage(
            title=paper.name,
            slug="front",
            tagline=paper.tagline,
            publisher=paper.publisher,
            email=paper.email,
            address=paper.address,
        )
    )
    tray = Page.objects.get(pk=root.pk).add_child(
        instance=DeskPage(title=TRAY, slug="desk", live=False)
    )
    for new in paper.sections:
        FrontPage.objects.get(pk=front.pk).add_child(
            instance=SectionPage(
                title=new.name, slug=new.slug, colour=new.colour, description=new.description
            )
        )
    Site.objects.create(
        hostname=paper.host,
        port=paper.port,
        site_name=paper.name,
        root_page=front,
        is_default_site=True,
    )
    _give_rights([front, tray])
    return int(front.pk)


def _give_rights(places: list[Page]) -> None:
    """Let reporters write and editors publish; a reporter's story goes to the editors."""
    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()
    Workflow.objects.all().delete()
    editors, _ = Group.objects.get_or_create(name=EDITORS)
    reporters, _ = Group.objects.get_or_create(name=REPORTERS)
    for group, rights in ((editors, EDITOR_MAY), (reporters, REPORTER_MAY)):
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for place in places:
            for right in rights:
                GroupPagePermission.objects.get_or_create(
                    group=group, page=place, permission=_page_permission(right)
                )
        _give_photos(group)
    editors.permissions.add(
        *Permission.objects.filter(
            content_type__app_label__in=["newsroom", "intake", "audience"],
            content_type__model__in=EDITORS_KEEP,
        )
    )
    task = GroupApprovalTask.objects.create(name=REVIEW)
    task.groups.add(editors)
    workflow = Workflow.objects.create(name=REVIEW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for place in places:
        WorkflowPage.objects.create(workflow=workflow, page=place)


def _page_permission(codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)


def _give_photos(group: Group) -> None:
    collection = Collection.get_first_root_node()
    for codename in ("add_image", "change_image", "choose_image"):
        # Wagtail asks for the rights of its own image model, whatever the site's is.
        permission = Permission.objects.get(
            content_type__app_label="wagtailimages", codename=codename
        )
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission
        )
