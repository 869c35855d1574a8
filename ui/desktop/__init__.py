"""The desktop application. Qt lives here and nowhere else; it shows what `client.tasks` does and decides nothing."""
