"""What the site keeps: tables and the questions asked of them, one module by theme, all inside a transaction."""
