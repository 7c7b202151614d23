#!/usr/bin/env bash
# raw.sh CASE TEXT writes a PDF page by hand, which hides TEXT in the way of CASE.
set -euo pipefail
case=$1 text=$2
file=$(mktemp)
trap 'rm -f "$file"' EXIT
offsets=()
printf '%%PDF-1.5\n' >"$file"

# object takes one object from standard input; the first is the catalog.
object() { offsets+=("$(stat -c %s "$file")"); { printf '%d 0 obj\n' "${#offsets[@]}"; cat; printf '\nendobj\n'; } >>"$file"; }
stream() { printf '<< %s /Length %d >>\nstream\n%s\nendstream' "$1" "${#2}" "$2"; }

show="($text) Tj"
layers='' ops='' more='' usage=''
case $case in
  rendermode) ops="BT /F1 10 Tf 3 Tr 60 40 Td $show ET" ;;
  cropbox) ops="BT /F1 10 Tf 260 60 Td $show ET" ;;
  clip) ops="q 0 0 1 1 re W n BT /F1 10 Tf 60 40 Td $show ET Q" ;;
  textclip) ops="q BT /F1 10 Tf 7 Tr 60 40 Td $show ET Q" ;;
  narrow) ops="BT /F1 10 Tf 0 Tz 60 40 Td $show ET" ;;
  flat) ops="BT /F1 10 Tf 1 0 0 0.001 60 40 Tm $show ET" ;;
  alpha) ops="q /Faint gs BT /F1 10 Tf 60 40 Td $show ET Q" ;;
  softmask) ops="q /Masked gs BT /F1 10 Tf 60 40 Td $show ET Q" ;;
  scan) ops="BT /F1 10 Tf 3 Tr 222 725 Td $show ET" ;;
  covered) ops="BT /F1 10 Tf 60 40 Td $show ET 1 g 50 30 500 24 re f" ;;
  layer) ops="/OC /L1 BDC BT /F1 10 Tf 60 40 Td $show ET EMC" ;;
  viewed) ops="/OC /L1 BDC BT /F1 10 Tf 60 40 Td $show ET EMC" ;;
  spot) ops="q /Spot cs 0 scn BT /F1 10 Tf 60 40 Td $show ET Q" ;;
  tile) ops="q /Pattern cs /Tile scn BT /F1 10 Tf 60 40 Td $show ET Q" ;;
  stamps) ops="BT /F2 10 Tf 60 40 Td $show ET" ;;
  *) echo "raw.sh: unknown case $case" >&2; exit 1 ;;
esac
case $case in
  viewed) layers='/OCProperties << /OCGs [7 0 R] /D << /AS [<< /Event /View /Category [/View] /OCGs [7 0 R] >>] >> >>' usage='/Usage << /View << /ViewState /OFF >> >>' ;;
  spot) more='/ColorSpace << /Spot [/Separation /Leaf /DeviceRGB 8 0 R] >>' ;;
  tile) more='/Pattern << /Tile 8 0 R >>' ;;
  stamps) more='/Font << /F1 5 0 R /F2 8 0 R >>' ;;
esac
[[ $case != layer ]] || layers='/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] /Order [7 0 R] >> >>'

object <<<"<< /Type /Catalog /Pages 2 0 R $layers >>"
object <<<'<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
fonts='/Font << /F1 5 0 R >>'
[[ $case != stamps ]] || fonts=
object <<<"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << $fonts $more /ExtGState << /Faint << /ca 0.02 >> /Masked << /SMask << /S /Luminosity /G 6 0 R >> >> >> /Properties << /L1 7 0 R >> >> >>"
object < <(stream '' "$ops")
object <<<'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
object < <(stream '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >>' '0 g 0 0 595 842 re f')
object <<<"<< /Type /OCG /Name (notes) $usage >>"
case $case in
  spot) object < <(stream '/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]' '{ 1 exch sub dup dup }') ;;
  tile) object < <(stream '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>' '0 0 9 9 re n') ;;
  stamps)
    # Each letter is a box in white of its own.
    letters=$(printf '/%s ' {A..Z} {a..z}) digits='/zero /one /two /three /four /five /six /seven /eight /nine' widths=$(printf '500 %.0s' {32..122})
    procs=$(for name in $letters $digits /hyphen; do printf '%s 9 0 R ' "$name"; done)
    object <<<"<< /Type /Font /Subtype /Type3 /FontBBox [0 -250 500 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << $procs >> /Encoding << /Type /Encoding /Differences [32 /space 40 /parenleft /parenright 44 /comma /hyphen 48 $digits 65 ${letters%/a*} 97 /a${letters#*/a} ] >> /FirstChar 32 /LastChar 122 /Widths [$widths] /Resources << >> >>"
    object < <(stream '' '500 0 d0 1 g 0 0 400 700 re f')
    ;;
esac
start=$(stat -c %s "$file")
{
  printf 'xref\n0 %d\n0000000000 65535 f \n' "$((${#offsets[@]} + 1))"
  for i in "${offsets[@]}"; do printf '%010d 00000 n \n' "$i"; done
  printf 'trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' "$((${#offsets[@]} + 1))" "$start"
} >>"$file"
cat "$file"
