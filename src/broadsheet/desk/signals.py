"""What the desk tells whoever listens, where Wagtail has no signal of its own."""

from django.dispatch import Signal

# Sent inside the transaction that brings reports in many at once. Argument: report_ids, list[int].
reports_published = Signal()
