"""Every view that can be read without a screen, by its address: what commands and files are made of."""

from metrics.views import (
    activity,
    agencies,
    dispositif,
    financing,
    home,
    reconciliation,
    rse,
    training,
    workforce,
)
from metrics.views.page import Page

PAGES: dict[str, Page] = {
    page.view.url: page
    for page in (
        home.PAGE,
        activity.PAGE,
        agencies.PAGE,
        workforce.PAGE,
        training.PAGE,
        rse.PAGE,
        financing.PAGE,
        reconciliation.PAGE,
        dispositif.PAGE,
    )
}
