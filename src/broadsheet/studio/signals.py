"""What the studio tells whoever listens."""

from django.dispatch import Signal

# The sound of these reports has come, is gone, or ought to be another one; sent inside the
# transaction of the change. Argument: report_ids, list[int].
readings_changed = Signal()
