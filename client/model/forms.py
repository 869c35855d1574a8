"""What ids, names and words look like that more than one room checks; plain text, so that a short command gets them
without the data that they stand in.
"""

from __future__ import annotations

RESULT_NAME = r"[a-z0-9][a-z0-9._-]{0,63}"
"""The names of results; they become file names here, and nothing in them can leave a folder."""
JOB_ID = r"[A-Za-z0-9][A-Za-z0-9_-]{7,63}"
SUBMISSION_ID = r"[A-Za-z0-9-]{16,64}"
FILE_ID = r"[0-9a-f]{32}"
SHA256 = r"[0-9a-f]{64}"
CHROMOSOME = r"([1-9]|1[0-9]|2[0-2]|X|Y|MT)"
APPLICATION_ID = r"[a-z0-9][a-z0-9._-]{0,63}"
PARAMETER_NAME = r"[a-z][a-z0-9_-]{0,31}"
PARAMETER_VALUE = r"[A-Za-z0-9][A-Za-z0-9._+-]{0,31}"
CONSENT_REFERENCE = (
    r"(?=.{3,40}\Z)(?=[^0-9]*[0-9])(?=[^A-Z]*[A-Z])(?!.*[0-9]{6,8}[-/.][0-9]{3,5})"
    r"([A-Z]{1,8}[0-9]{0,8}|[0-9]{1,8})([-/.]([A-Z]{1,8}[0-9]{0,8}|[0-9]{1,8})){0,4}"
)
"""A file number such as `H-21012345`, `REC-2026/17` or `21/LO/0123`: short groups with at least one letter and one
digit, and no group pair in the shape of a national number (`010190-1234`)."""
JOB_NAME = r"job-[0-9a-f]{8}"
"""Generated; what the user calls a job stays on the workstation."""
MAP_ID = r"[A-Za-z0-9][A-Za-z0-9_-]{3,63}"
POLICY_NAME = r"[a-z0-9][a-z0-9._-]{0,63}"
TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
"""As `client.model.clock.format_time` writes it."""
PROGRAM_VERSION = r"[0-9]{1,5}(\.[0-9]{1,5}){0,3}"
MEDIA_TYPE = r"[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,63}"

ENVIRONMENTS = ("practice", "test", "production")
TOKEN_STORES = ("keyring", "vault", "memory")
