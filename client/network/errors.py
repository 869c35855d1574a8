"""What can go wrong between this computer and the service.

ServerIdentityError (exit 7): everything stops, nothing is tried again
 ├── PinMismatchError         NET-PIN
 ├── TlsRefusedError          NET-TLS
 ├── RedirectRefusedError     NET-REDIRECT
 └── OriginRefusedError       NET-ORIGIN
SignInError (exit 5)
 ├── NotSignedInError         NET-SIGN-IN
 └── NotAllowedError          NET-NOT-ALLOWED
ServiceUnavailableError (exit 6)
 ├── UnreachableError         NET-UNREACHABLE
 ├── TimedOutError            NET-TIMEOUT
 ├── BusyError                NET-BUSY
 ├── ServerFaultError         NET-SERVER
 ├── ContractError            NET-CONTRACT
 ├── CaptivePortalError       NET-CAPTIVE
 ├── ProxyRefusedError        NET-PROXY
 ├── ProxySignInError         NET-PROXY-AUTH
 ├── ConflictError            NET-CONFLICT
 ├── TooLargeError            NET-TOO-LARGE
 ├── RequestRefusedError      NET-REFUSED
 ├── ChecksumRefusedError     NET-CHECKSUM
 ├── UploadGoneError          NET-UPLOAD-GONE
 └── UploadStuckError         NET-UPLOAD-STUCK
WrongUsageError (exit 2)
 ├── NotThereError            NET-NOT-FOUND
 └── ProxySettingError        NET-PROXY-SETTING

The fact `problem` is the last part of the service's problem type (RFC 9457), such as `totp-rejected`; it holds only
lower-case letters, digits and hyphens, or is `none`. No fact repeats a text that the service wrote.
"""

from __future__ import annotations

from client.model.errors import ServerIdentityError, ServiceUnavailableError, SignInError, WrongUsageError


class PinMismatchError(ServerIdentityError):
    """The server's public key is none of the profile's pins; seen after the handshake, before any byte of HTTP.

    `presented_pin` is the key that was shown: standard base64 of the SHA-256 of its SubjectPublicKeyInfo.
    """

    code = "NET-PIN"
    fact_names = ("presented_pin",)


class TlsRefusedError(ServerIdentityError):
    """No TLS 1.3 connection with TLS_AES_256_GCM_SHA384 and a valid certificate came about.

    `reason` is one of: `version` (the server wants older TLS), `suite` (another cipher suite), `unknown-issuer`,
    `wrong-name`, `expired`, `not-yet-valid`, `certificate` (another fault of it), `not-tls` (the answer was no TLS),
    `handshake` (anything else that the two sides could not agree on).
    """

    code = "NET-TLS"
    fact_names = ("reason",)


class RedirectRefusedError(ServerIdentityError):
    """The answer was a redirect (`status` 300 to 399); none is ever followed, whatever it points at."""

    code = "NET-REDIRECT"
    fact_names = ("status",)


class OriginRefusedError(ServerIdentityError):
    """A URL (mostly a `Location` in an answer) leads to another scheme, host or port than the profile's, or carries
    a user name; nothing was sent there."""

    code = "NET-ORIGIN"


class NotSignedInError(SignInError):
    """401: the service does not take the token, and renewing it once did not help or was not possible."""

    code = "NET-SIGN-IN"
    fact_names = ("problem",)


class NotAllowedError(SignInError):
    """403: signed in, but this account, device or network address may not do this."""

    code = "NET-NOT-ALLOWED"
    fact_names = ("problem",)


class UnreachableError(ServiceUnavailableError):
    """No connection, or it broke off.

    `reason` is one of: `name` (the host name is not known here), `refused` (nobody listens), `reset`, `closed` (the
    other side hung up without an answer), `damaged` (bytes were altered on the way), `network` (any other).
    """

    code = "NET-UNREACHABLE"
    fact_names = ("reason",)


class TimedOutError(ServiceUnavailableError):
    """The other side was too slow.

    `phase` is one of: `connect`, `send`, `answer` (silence for the phase's whole time-out; `send` also where the
    service says so itself, 408), `deadline` (bytes kept coming, but below the least rate).
    """

    code = "NET-TIMEOUT"
    fact_names = ("phase",)


class BusyError(ServiceUnavailableError):
    """429 or 503: the service asks to wait. `retry_after_s` is what it said in seconds, 0 when it said nothing, and
    1,000,000,000 for anything above that (a date in the year 9999)."""

    code = "NET-BUSY"
    fact_names = ("status", "retry_after_s")


class ServerFaultError(ServiceUnavailableError):
    """A 5xx answer other than 503: a fault inside the service. Also a 404 to a call that names nothing which could be
    missing, or to the job call without a problem: something before the service answered, which is away."""

    code = "NET-SERVER"
    fact_names = ("status",)


class ContractError(ServiceUnavailableError):
    """The service answered, but not as its interface says.

    `reason` is one of: `protocol` (no proper HTTP), `content-encoding`, `content-type`, `too-long` (a JSON answer
    over 4 MiB), `json` (not strict JSON), `too-deep` (over 32 levels), `field <name>` (it is missing or of another
    kind or form), `fields` (no object at all), `status` (a success code that the call does not know), `location`,
    `offset`, `tus-version`, `range`, `digest`.
    """

    code = "NET-CONTRACT"
    fact_names = ("reason",)


class CaptivePortalError(ServiceUnavailableError):
    """A web page (HTML) came where data was expected, or status 511: something in between answers for the service."""

    code = "NET-CAPTIVE"
    fact_names = ("status",)


class ProxyRefusedError(ServiceUnavailableError):
    """The proxy answered CONNECT with this `status` (0: it did not speak HTTP)."""

    code = "NET-PROXY"
    fact_names = ("status",)


class ProxySignInError(ServiceUnavailableError):
    """407: the proxy wants a user name and password, or refused those from the settings."""

    code = "NET-PROXY-AUTH"


class ConflictError(ServiceUnavailableError):
    """409 or 423: what was asked does not fit the state at the service (for uploads: ask for the offset, go on)."""

    code = "NET-CONFLICT"
    fact_names = ("status", "problem")


class TooLargeError(ServiceUnavailableError):
    """413: larger than the service takes. A PATCH is halved; at the smallest size, or elsewhere, this is final."""

    code = "NET-TOO-LARGE"
    fact_names = ("problem",)


class RequestRefusedError(ServiceUnavailableError):
    """Any other 4xx: the service does not take this request, and asking again would not change it."""

    code = "NET-REFUSED"
    fact_names = ("status", "problem")


class ChecksumRefusedError(ServiceUnavailableError):
    """460: a piece of an upload arrived with another SHA-256; the service kept nothing of it."""

    code = "NET-CHECKSUM"


class UploadGoneError(ServiceUnavailableError):
    """404 or 410 on an upload: the service no longer has it. The same bytes need a new upload."""

    code = "NET-UPLOAD-GONE"


class UploadStuckError(ServiceUnavailableError):
    """An upload does not come forward and was stopped; what the service already has stays there.

    `reason` is one of: `re-sent` (more bytes had to be sent again than the file's budget allows), `offset` (the
    service claims more bytes than the file has).
    """

    code = "NET-UPLOAD-STUCK"
    fact_names = ("reason",)


class NotThereError(WrongUsageError):
    """404 or 410: there is no such job, result, device or certificate (for this account)."""

    code = "NET-NOT-FOUND"
    fact_names = ("problem",)


class ProxySettingError(WrongUsageError):
    """The proxy is not `http://host:port`, or its user name or password cannot be sent (RFC 7617)."""

    code = "NET-PROXY-SETTING"
