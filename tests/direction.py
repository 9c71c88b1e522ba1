"""What the direction opens: the views that tests of every view go through."""

from data_access.access import Role, scope_for
from metrics.views import views

BOOKS = (views.DATA, views.ADMINISTRATION, views.TRAIL)  # what is written of the suite itself: no figures
VIEWS = views.of(scope_for(Role.DIRECTION))
