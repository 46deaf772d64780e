"""What is to be said in which way, and what was recorded of each report."""

from broadsheet.studio.models.human_reading import HumanReading
from broadsheet.studio.models.pronunciation import Pronunciation
from broadsheet.studio.models.recording import Recording

__all__ = ["HumanReading", "Pronunciation", "Recording"]
