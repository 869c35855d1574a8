"""The institution's rules for a new password, judged while it is typed. The service judges them again."""

from __future__ import annotations

from collections.abc import Callable

from client.model.profile import PasswordRules

_CLASSES: tuple[Callable[[str], bool], ...] = (
    str.islower,
    str.isupper,
    str.isdigit,
    lambda character: not character.isalnum(),
)


def broken_password_rules(
    password: str, rules: PasswordRules, user_name: str, old_password: str | None = None
) -> tuple[str, ...]:
    """Names of the rules that `password` breaks: `min_length`, `min_classes`, `forbid_user_name`, `same_as_before`."""
    broken = []
    if len(password) < rules.min_length:
        broken.append("min_length")
    if sum(any(is_of_class(character) for character in password) for is_of_class in _CLASSES) < rules.min_classes:
        broken.append("min_classes")
    if rules.forbid_user_name and user_name and user_name.lower() in password.lower():
        broken.append("forbid_user_name")
    if old_password is not None and password == old_password:
        broken.append("same_as_before")
    return tuple(broken)
