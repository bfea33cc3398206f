"""What joins the rooms for pytest and for the command line."""
