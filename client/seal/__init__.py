"""All use of cryptography: the sealed file, keys, things at rest, the passphrase envelope, signatures."""
