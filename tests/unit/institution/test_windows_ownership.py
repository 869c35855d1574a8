"""Who can write a file on Windows, judged from its security descriptor's text on any system."""

from __future__ import annotations

import pytest

from client.institution.errors import ProfileOwnerError
from client.institution.ownership import require_admin_only_sddl

GOOD = (
    "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)",
    "O:SYD:(A;;FA;;;SY)(A;;FRFX;;;BU)(D;;FA;;;WD)",
    "O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464D:AI(A;ID;FA;;;BA)(A;OICIIOID;GA;;;CO)",
)
BAD = (
    "",
    "O:BA",
    "O:BAD:",
    "O:BAD:NO_ACCESS_CONTROL",
    "O:S-1-5-21-1-2-3-1001D:(A;;FA;;;BA)",
    "O:BUD:(A;;FA;;;BA)",
    "O:BAD:(A;;FA;;;BU)",
    "O:BAD:(A;;0x1301bf;;;AU)",
    "O:BAD:(A;;FW;;;WD)",
    "O:BAD:(A;;0x2;;;BU)",
    "O:BAD:(A;;WD;;;S-1-5-21-1-2-3-1001)",
    "O:BAD:(A;;GA;;;CO)",
    "O:BAD:(A;;0xzz;;;BU)",
    "O:BAD:(A;;F;;;BU)",
    "O:BAD:(A;;FA)",
    "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;DC;;;BU)",
)


@pytest.mark.parametrize("sddl", GOOD)
def test_only_administrators_can_write(sddl: str) -> None:
    require_admin_only_sddl(sddl, "profile")


@pytest.mark.parametrize("sddl", BAD)
def test_somebody_else_can_write_or_nothing_is_known(sddl: str) -> None:
    with pytest.raises(ProfileOwnerError):
        require_admin_only_sddl(sddl, "profile")
