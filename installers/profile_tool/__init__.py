"""The institution's side of the profile: new, check, key, sign, renew, rotate-pins, expire, package."""
