"""Old addresses of sections and topics, by the hundred."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from harkara.newsroom.actions.bulk import redirect_all
from harkara.newsroom.actions.redirects import redirect

pytestmark = pytest.mark.django_db


def standing() -> dict[str, str]:
    return dict(Redirect.objects.values_list("old_path", "redirect_link"))


def test_many_addresses_lead_where_each_would_by_itself() -> None:
    paths = {
        "/category/%e0%a4%a6%e0%a5%87%e0%a4%b6": "/desh/",
        "/?cat=4": "/desh/",
        "/tag/x/": "/vishay/x/",
    }
    for old, new in paths.items():
        redirect(old, new)
    one_by_one = standing()
    Redirect.objects.all().delete()
    redirect_all(paths)
    assert standing() == one_by_one
    assert Redirect.objects.filter(is_permanent=True).count() == 3


def test_an_address_that_leads_elsewhere_leads_to_the_new_one_and_so_does_what_led_to_it() -> None:
    redirect("/category/khel", "/purana-khel/")
    redirect("/khel-khabar", "/purana-khel/")
    redirect_all({"/category/khel": "/khel/", "/purana-khel": "/khel/"})
    assert set(standing().values()) == {"/khel/"}
    assert set(standing()) == {"/category/khel", "/khel-khabar", "/purana-khel"}


def test_an_address_that_is_in_use_leads_nowhere() -> None:
    redirect("/desh", "/videsh/")
    redirect_all({"/category/desh": "/desh/", "/desh/": "/desh/"})
    assert standing() == {"/category/desh": "/desh/"}


def test_an_address_too_long_to_be_kept_is_left_out() -> None:
    redirect_all({f"/tag/{'x' * 300}": "/vishay/x/", "/tag/x": "/vishay/x/"})
    assert standing() == {"/tag/x": "/vishay/x/"}


def test_hundreds_cost_no_more_queries_than_a_few() -> None:
    def cost(count: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            redirect_all({f"/tag/{count}-{n}": f"/vishay/{n}/" for n in range(count)})
        return len(queries)

    few = cost(3)
    assert cost(200) == few
