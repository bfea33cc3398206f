"""What is concluded: register, journal, evidence, verdict, renderers. From files to files."""
