"""Reports on prepared files: `report.json` and two HTML pages.

What may be shared (`build_report`, and its page with `local=False`) holds aggregates in bins of five or more, class
counts and codes: no example, no path, nothing of a single sample. `build_local_details` adds what stays here.
"""

from prep.report.build import REPORT_SCHEMA, MapInfo, build_report
from prep.report.local import LocalDetails, build_local_details
from prep.report.page import render_html

__all__ = ["REPORT_SCHEMA", "LocalDetails", "MapInfo", "build_local_details", "build_report", "render_html"]
