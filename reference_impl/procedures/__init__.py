"""What a user can do on the site: the rules, the store and the mail joined, without anything of the web."""
