"""What the harness costs, side by side with a bare script: ``python -m benchmarks`` (``make bench``)."""
