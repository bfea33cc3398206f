"""What the harness provides to the world: a captured SMTP server and invented people."""
