"""Every view that files can be made of, by its French address."""

from metrics.views import activity, agencies, home, reconciliation
from metrics.views.page import Page

PAGES: dict[str, Page] = {
    page.view.url: page for page in (home.PAGE, activity.PAGE, agencies.PAGE, reconciliation.PAGE)
}
