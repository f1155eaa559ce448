"""What tablet and server share (protocol, rules, formats) and the two halves of sync (client, server)."""
