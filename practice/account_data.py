"""Everything the service holds about a user, on request (GDPR article 15)."""

from __future__ import annotations

from typing import Any

from practice.core import PracticeCore, text_of_seconds
from practice.jobs import job_json
from practice.second_factor import recovery_codes_left
from practice.tokens import Principal


def collect_account_data(core: PracticeCore, principal: Principal) -> dict[str, Any]:
    """`GET /account/data`. Secrets are named as held, not shown."""
    user_id = principal.user_id
    with core.database.transaction() as transaction:

        def rows(statement: str) -> list[dict[str, Any]]:
            return [dict(row) for row in transaction.execute(statement, (user_id,)).fetchall()]

        user = transaction.execute("SELECT * FROM users WHERE id = ?", (user_id,)).fetchone()
        jobs = transaction.execute("SELECT * FROM jobs WHERE user_id = ? ORDER BY sequence", (user_id,)).fetchall()
        uploads = rows(
            "SELECT id, length, upload_offset, created_at, expires_at, state, job_id FROM uploads WHERE user_id = ?"
            " ORDER BY created_at, id"
        )
        for upload in uploads:
            upload["expires_at"] = text_of_seconds(upload["expires_at"])
        return {
            "generated_at": core.now_text(),
            "user": {
                "id": user["id"],
                "username": user["username"],
                "created_at": user["created_at"],
                "second_factor": user["totp_secret"] is not None,
                "recovery_codes_left": recovery_codes_left(transaction, user_id),
                "also_held": ["password hash", "second factor's secret", "hashes of recovery codes"],
            },
            "devices": rows(
                "SELECT id, name, created_at, last_seen_at, revoked_at FROM devices WHERE user_id = ?"
                " ORDER BY created_at, id"
            ),
            "sessions": rows(
                "SELECT device_id, created_at, ended_at FROM sessions WHERE user_id = ? ORDER BY created_at, id"
            ),
            "uploads": uploads,
            "jobs": [job_json(transaction, job) for job in jobs],
            "deletions": [
                {"job": job["id"], "certificate": job["deletion"]} for job in jobs if job["deletion"] is not None
            ],
            "events": rows("SELECT at, event FROM events WHERE user_id = ? ORDER BY rowid"),
        }
