#!/bin/sh
# Plays the three examples of docs/examples again (README there): a conforming site, one with a seeded defect, one without levers.
# From the root of the project, once `make browser` has run.
set -u
asked="aussitôt or publics or masqué or téléphone or (courriel and trois) or (recapitulatif and hui)"
out=reports/out/exemples

# play NAME EVIDENCE PROFILE DEFECT: what the run kept that a reader opens goes in docs/examples/NAME
play() {
    rm -rf "$out/$1" "docs/examples/$1"
    .venv/bin/python -m pytest features/ep6 -k "$asked" --seed 7 --evidence "$2" --report-dir "$out/$1" "--target=$3" "--start-with=$4"
    mkdir -p "docs/examples/$1"
    for kept in rapport.html fiches evidence; do
        if ls -d "$out/$1"/2*/"$kept" >/dev/null 2>&1; then cp -R "$out/$1"/2*/"$kept" "docs/examples/$1/"; fi
    done
}

play conforme full targets/reference.toml ""
play infractions failures docs/examples/infractions.toml "--defect validite-un-jour-de-trop"
play sans-levier failures docs/examples/sans-levier.toml ""
rm -rf docs/examples/infractions/evidence docs/examples/conforme/evidence/*/*-vue-*  # they are in the pages themselves
