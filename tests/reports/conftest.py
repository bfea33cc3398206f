"""Settings shared by the tests of the reports: invented data is the same at each run."""

from hypothesis import settings

settings.register_profile("reports", derandomize=True, deadline=None, database=None)
settings.load_profile("reports")
