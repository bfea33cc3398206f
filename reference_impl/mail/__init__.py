"""What the site mails: the messages, the outbox that keeps them, and the thread that sends them."""
