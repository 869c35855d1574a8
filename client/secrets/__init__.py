"""Where secrets live: the OS keyring through an allow-list, or a passphrase vault, or memory. Owns keyring."""
