"""The browser of the tests."""

from tests.programs import CHROMIUM

REFUSAL, executable = CHROMIUM.refusal, CHROMIUM.executable
