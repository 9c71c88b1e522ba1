#!/bin/sh
# Sauvegarde la base de DATABASE_URL dans DOSSIER, l'essaie pour de bon, retire celles de plus de JOURS jours.
#
#     sauvegarde.sh DOSSIER [JOURS]          (30 jours sans autre précision)
#
# L'essai : la sauvegarde est remise entière dans une base de passage, qui doit redonner les mêmes lignes et le
# même journal, puis disparaît. Une sauvegarde qui ne se restaure pas garde son nom suivi de « .douteuse », et la
# commande échoue : rien d'ancien n'est alors retiré.
set -eu
umask 077

dossier=${1:?donnez le dossier des sauvegardes}
jours=${2:-30}
python=${PYTHON:-/opt/optima/.venv/bin/python}
fichier="$dossier/optima-$(date -u +%Y%m%dT%H%M%SZ).zip"
essai=$(mktemp -d)
trap 'rm -rf "$essai"' EXIT

cd "$(dirname "$0")/.."
"$python" -m data_access backup "$fichier" --person sauvegarde
if ! DATABASE_URL="sqlite:///$essai/essai.db" "$python" -m data_access restore "$fichier" --person essai; then
    mv "$fichier" "$fichier.douteuse"
    echo "La sauvegarde ne se restaure pas : $fichier.douteuse" >&2
    exit 1
fi
find "$dossier" -maxdepth 1 -name 'optima-*.zip' -type f -mtime "+$jours" -delete
