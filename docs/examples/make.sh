#!/bin/sh
# Plays the three examples of docs/examples again (README there): a conforming site, one with a seeded defect, one without levers.
# From the root of the project, once `make browser` has run.
set -u
asked="EP6-1.4-1 or EP6-2-2 or EP6-2-5 or EP6-1.5-11 or EP6-2-32"
out=reports/out/exemples

play() {
    rm -rf "$out/$1" "docs/examples/$1"
    .venv/bin/python -m pytest features/ep6 -m "$asked" --seed 7 --evidence full --report-dir "$out/$1" "--target=$2" "--start-with=$3"
    mkdir -p "docs/examples/$1"
    cp -R "$out/$1"/2*/rapport.html "docs/examples/$1/"
    if ls "$out/$1"/2*/fiches >/dev/null 2>&1; then cp -R "$out/$1"/2*/fiches "docs/examples/$1/"; fi
}

play conforme targets/reference.toml ""
play infractions docs/examples/infractions.toml "--defect validite-un-jour-de-trop"
play sans-levier docs/examples/sans-levier.toml ""
