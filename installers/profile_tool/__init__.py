"""The institution's side of the profile: new, check, key, sign, announce, renew, rotate-pins, expire, package."""
