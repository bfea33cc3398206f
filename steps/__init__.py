"""How it is played: step modules by domain; they know screens and levers, never the site behind them."""
