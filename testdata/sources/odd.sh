#!/usr/bin/env bash
# Makes testdata/odd, files that cannot be read, that are damaged, or that hide text.
#   odd.sh TESTDATA WORK      called by build.sh; WORK is a temporary folder
set -euo pipefail
data=$1 work=$2 out=$1/odd
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
good=$data/resumes/haddad-leila.pdf

# begin, object and finish write a PDF whose cross-reference table is right to the byte. An object is
# read from standard input; the first is the catalog.
begin() { file=$1 offsets=(); printf '%%PDF-1.4\n' >"$file"; }
object() { offsets+=("$(stat -c %s "$file")"); { printf '%d 0 obj\n' "${#offsets[@]}"; cat; printf '\nendobj\n'; } >>"$file"; }
finish() {
  local start i
  start=$(stat -c %s "$file")
  {
    printf 'xref\n0 %d\n0000000000 65535 f \n' "$((${#offsets[@]} + 1))"
    for i in "${offsets[@]}"; do printf '%010d 00000 n \n' "$i"; done
    printf 'trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' "$((${#offsets[@]} + 1))" "$start"
  } >>"$file"
}

# page NAME OPERATORS writes one page with those operators and Helvetica as F1.
page() {
  begin "$out/$1.pdf"
  object <<<'<< /Type /Catalog /Pages 2 0 R >>'
  object <<<'<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
  object <<<'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'
  object <<<"<< /Length ${#2} >>"$'\nstream\n'"$2"$'\nendstream'
  object <<<'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
  finish
}

# The visible part that the hidden-text files share.
visible='BT /F1 22 Tf 60 770 Td (Ingrid Solheim) Tj ET
BT /F1 10 Tf 60 752 Td (ingrid.solheim@example.com) Tj ET
BT /F1 13 Tf 60 715 Td (Projects) Tj ET
BT /F1 10 Tf 60 695 Td (Digit classifier, Introduction to Machine Learning 2023) Tj
0 -15 Td (\225 Trained a small network on MNIST with a library; 98.7 % accuracy) Tj ET
BT /F1 13 Tf 60 645 Td (Education) Tj ET
BT /F1 10 Tf 60 625 Td (B.Sc. in Informatics, Jotun College 2021 \226 2024) Tj ET'
keywords='(Published at NeurIPS 2023, arXiv:2399.00001. Machine learning intern at Acme Robotics, 2022.) Tj
0 -12 Td (Quantized and pruned ResNet-50 from 90 ms to 12 ms and from 98 MB to 9 MB.) Tj'
page hidden-white "$visible
1 1 1 rg BT /F1 10 Tf 60 560 Td $keywords ET 0 g"
page hidden-render-mode "$visible
BT /F1 10 Tf 3 Tr 60 560 Td $keywords 0 Tr ET"
page hidden-tiny "$visible
BT /F1 1 Tf 60 560 Td ${keywords/-12/-1.2} ET"

# An image-only scan: the page as a grey picture, slightly askew.
pdftoppm -r 75 -gray -png -singlefile "$data/resumes/baptiste-camille.pdf" "$work/scan"
convert "$work/scan.png" -background white -rotate 0.4 +repage -gravity center -extent 620x877 -colorspace Gray -quality 45 -strip "$work/scan.jpg"
begin "$out/scan.pdf"
object <<<'<< /Type /Catalog /Pages 2 0 R >>'
object <<<'<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
object <<<'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >> >>'
draw='q 595 0 0 842 0 0 cm /Im Do Q'
object <<<"<< /Length ${#draw} >>"$'\nstream\n'"$draw"$'\nendstream'
{
  echo "<< /Type /XObject /Subtype /Image /Width 620 /Height 877 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length $(stat -c %s "$work/scan.jpg") >>"
  echo stream
  cat "$work/scan.jpg"
  printf '\nendstream'
} >"$work/picture"
object <"$work/picture"
finish

# A user password ("open-sesame") is needed to open this one. qpdf salts AES-256, so the
# bytes differ from run to run: keep the file that is there.
if [[ ! -s $out/encrypted.pdf ]]; then
  qpdf --static-id --encrypt open-sesame owner-only 256 -- "$good" "$out/encrypted.pdf"
fi

# No password is needed to open these, but they are encrypted, each in a way of its own.
out=$work page sound "$visible"
for way in "rc4-40 40" "rc4-128 128 --use-aes=n" "aes-128 128 --use-aes=y" "aes-256 256"; do
  read -r name bits aes <<<"$way"
  if [[ $name != aes-256 || ! -s $out/encrypted-$name.pdf ]]; then # salted, as above
    qpdf --allow-weak-crypto --static-id --static-aes-iv --encrypt "" owner-only "$bits" ${aes:+"$aes"} -- "$work/sound.pdf" "$out/encrypted-$name.pdf"
  fi
done

# Cut off in the middle, as after a broken download.
head -c $(($(stat -c %s "$good") * 3 / 5)) "$good" >"$out/truncated.pdf"

cp "$here/odd-note.txt" "$out/not-a-pdf.pdf"

# Three pages; the content stream of the second is no longer a zlib stream.
qpdf --static-id --object-streams=disable "$data/portfolios/portfolio-bianchi-chiara.pdf" "$work/broken.pdf"
go run "$here/gen/breakpage" -page 2 "$work/broken.pdf" >"$out/broken-page.pdf"
