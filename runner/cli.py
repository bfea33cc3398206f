"""The command ``focus``."""

import typer

app = typer.Typer(no_args_is_help=True, help="Conformance harness for the credential procedures of a tax space.")
