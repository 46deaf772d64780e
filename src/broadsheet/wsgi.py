"""Django as a WSGI application, for the web process."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from broadsheet.on_one_stack import on_one_stack
from broadsheet.stay_on_one_core import stay_on_one_core

stay_on_one_core()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")
application = on_one_stack(get_wsgi_application())
# What is loaded by now stays. To go through all of it takes the collector 0.13 s, every few pages
# and in the middle of one.
gc.freeze()
