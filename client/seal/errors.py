"""Everything that sealing, opening, key files and signatures raise on purpose.

SealedFileError (exit 8)                     a sealed thing cannot be read, and which way
 ├── NotSealedFileError      SEAL-MAGIC
 ├── NewerVersionError       SEAL-VERSION
 ├── NotForThisKeyError      SEAL-NOT-FOR-KEY
 ├── HeaderAlteredError      SEAL-HEADER
 ├── BodyAlteredError        SEAL-BODY
 ├── AtRestError             REST-ALTERED
 │    └── AtRestVersionError REST-VERSION
 └── EnvelopeError           ENVELOPE-FORM
      └── EnvelopeCostError  ENVELOPE-COST
SignInError (exit 5)
 ├── WrongPassphraseError    PASSPHRASE-WRONG
 └── PassphraseNeededError   PASSPHRASE-NEEDED
WrongUsageError (exit 2)
 ├── KeyFileError            KEY-FILE
 │    ├── KeyKindError       KEY-KIND
 │    └── KeyValueError      KEY-VALUE
 ├── RecipientsError         SEAL-RECIPIENTS
 ├── Aes256PolicyError       SEAL-AES256
 ├── SourceMissingError      SEAL-SOURCE
 ├── OutputExistsError       SEAL-OUTPUT-EXISTS
 └── OutputFailedError       SEAL-OUTPUT
      └── DiskFullError      SEAL-DISK-FULL
InputNeedsUserError (exit 3)
 └── SourceUnreadableError   SEAL-SOURCE-UNREADABLE
ServerIdentityError (exit 7)                 a signature does not say what it should
 ├── JwsError                JWS-FORM, JWS-HEADER, JWS-KEY, JWS-KEY-DATE, JWS-SIGNATURE, JWS-PAYLOAD
 ├── MinisignError           MINISIGN-FORM, MINISIGN-LEGACY, MINISIGN-KEY, MINISIGN-SIGNATURE, MINISIGN-COMMENT
 └── RequestSignatureError   HTTP-SIGNATURE
"""

from __future__ import annotations

from client.model.errors import InputNeedsUserError, SealedFileError, ServerIdentityError, SignInError, WrongUsageError


class NotSealedFileError(SealedFileError):
    """The first eight bytes are not a sealed file's; also an empty file and one damaged by a text-mode copy."""

    code = "SEAL-MAGIC"


class NewerVersionError(SealedFileError):
    """Made by a later format: its version or body algorithm is higher than this program knows."""

    code = "SEAL-VERSION"
    fact_names = ("version", "body_algorithm")


class NotForThisKeyError(SealedFileError):
    """The header is well formed and none of its `recipients` stanzas is for the key given."""

    code = "SEAL-NOT-FOR-KEY"
    fact_names = ("recipients",)


class HeaderAlteredError(SealedFileError):
    """The header is cut, breaks a rule of the format, or its key wrapping or MAC does not verify."""

    code = "SEAL-HEADER"


class BodyAlteredError(SealedFileError):
    """The body was changed, cut short, reordered or extended, or belongs to another header."""

    code = "SEAL-BODY"


class AtRestError(SealedFileError):
    """Something under the vault key does not open: changed, moved to another item, or under another vault key."""

    code = "REST-ALTERED"


class AtRestVersionError(AtRestError):
    """Something under the vault key was written by a newer genoseal."""

    code = "REST-VERSION"
    fact_names = ("version",)


class EnvelopeError(SealedFileError):
    """A passphrase envelope is too short or has impossible parameters (before the passphrase is tried)."""

    code = "ENVELOPE-FORM"


class EnvelopeCostError(EnvelopeError):
    """A passphrase envelope asks for more than 1 GiB of memory, ten passes or 16 lanes; it is not tried."""

    code = "ENVELOPE-COST"
    fact_names = ("memory_kib", "passes", "lanes")


class WrongPassphraseError(SignInError):
    """A passphrase envelope does not open: another passphrase, or a changed file (the two look the same)."""

    code = "PASSPHRASE-WRONG"


class PassphraseNeededError(SignInError):
    """A private key file is under a passphrase and none was given."""

    code = "PASSPHRASE-NEEDED"


class KeyFileError(WrongUsageError):
    """A key file is not one key in the PEM-like form: markers, base64, length or extra text."""

    code = "KEY-FILE"


class KeyKindError(KeyFileError):
    """A public key where a private one is wanted or the other way round, or a key type this version does not know."""

    code = "KEY-KIND"


class KeyValueError(KeyFileError):
    """The bytes have the right length and are no usable key (a low-order X25519 point, an ML-KEM key out of range)."""

    code = "KEY-VALUE"


class RecipientsError(WrongUsageError):
    """A sealed file needs 1 to 64 recipients, each once."""

    code = "SEAL-RECIPIENTS"
    fact_names = ("recipients",)


class Aes256PolicyError(WrongUsageError):
    """A Crypt4GH file was asked for where the policy demands AES-256; Crypt4GH is ChaCha20-Poly1305."""

    code = "SEAL-AES256"


class SourceMissingError(WrongUsageError):
    """The file to seal or open does not exist or is a folder."""

    code = "SEAL-SOURCE"


class SourceUnreadableError(InputNeedsUserError):
    """The file to seal or open exists and cannot be read (permission, a device error)."""

    code = "SEAL-SOURCE-UNREADABLE"


class OutputExistsError(WrongUsageError):
    """The output exists and nobody said that it may be replaced, or it is a folder."""

    code = "SEAL-OUTPUT-EXISTS"


class OutputFailedError(WrongUsageError):
    """The output could not be written (missing folder, permission, a device error); nothing was left behind."""

    code = "SEAL-OUTPUT"


class DiskFullError(OutputFailedError):
    """The disk or the quota is full; nothing was left behind."""

    code = "SEAL-DISK-FULL"


class JwsError(ServerIdentityError):
    """A signed statement is refused. Raised only as one of the classes below."""

    code = "JWS-REFUSED"


class JwsFormError(JwsError):
    """Not the compact form: parts, base64url without padding, UTF-8, size, or JSON with a key twice."""

    code = "JWS-FORM"


class JwsHeaderError(JwsError):
    """The header is not exactly alg, kid and typ, the algorithm is not Ed25519, or the type is another one."""

    code = "JWS-HEADER"


class JwsKeyError(JwsError):
    """No key of this id is known for this purpose."""

    code = "JWS-KEY"


class JwsKeyDateError(JwsError):
    """The key of this id was not valid at the time asked about."""

    code = "JWS-KEY-DATE"


class JwsSignatureError(JwsError):
    """The signature does not verify."""

    code = "JWS-SIGNATURE"


class JwsPayloadError(JwsError):
    """The signature verifies and what it signs is not a JSON object in the strict form."""

    code = "JWS-PAYLOAD"


class MinisignError(ServerIdentityError):
    """A minisign signature is refused. Raised only as one of the classes below."""

    code = "MINISIGN-REFUSED"


class MinisignFormError(MinisignError):
    """A minisign signature or key is not in minisign's form."""

    code = "MINISIGN-FORM"


class MinisignLegacyError(MinisignError):
    """Not the prehashed `ED` algorithm (a relabelled `Ed` was seen to verify on a file that was never signed)."""

    code = "MINISIGN-LEGACY"


class MinisignKeyError(MinisignError):
    """Made by another key than the one trusted."""

    code = "MINISIGN-KEY"


class MinisignSignatureError(MinisignError):
    """The signature over the file does not verify."""

    code = "MINISIGN-SIGNATURE"


class MinisignCommentError(MinisignError):
    """The signature over the trusted comment does not verify."""

    code = "MINISIGN-COMMENT"


class RequestSignatureError(ServerIdentityError):
    """A request's signature (RFC 9421) is refused; `reason` is missing, form, digest, time or signature."""

    code = "HTTP-SIGNATURE"
    fact_names = ("reason",)
