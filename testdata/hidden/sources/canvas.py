"""canvas.py CASE OUT TEXT draws a page with ReportLab, which hides TEXT in the way of CASE.

The case "picture" draws the picture of which TEXT is the path, as large as the page."""

import sys

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

ROWS = [
    (18, "Petra Vondrak"),
    (10, "petra.vondrak@example.com"),
    (13, "Education"),
    (10, "Diploma in Forestry, Brezno College, 2019 to 2022"),
    (13, "Work"),
    (10, "Gardener, Town of Brezno, 2022 to 2024"),
    (10, "Kept the avenue and the two parks"),
    (13, "Languages"),
    (10, "Czech, Slovak, English"),
]


def main():
    case, path, text = sys.argv[1], sys.argv[2], sys.argv[3]
    if case == "picture":
        c = Canvas(path, pagesize=A4, invariant=1)
        c.drawImage(text, 0, 0, *A4)
        c.save()
        return
    c = Canvas(path, pagesize=LETTER, invariant=1)
    c.setTitle("Petra Vondrak")
    y = 740
    for size, row in ROWS:
        y -= size * 1.8
        c.setFont("Times-Bold" if size > 10 else "Times-Roman", size)
        c.drawString(72, y, row)
    c.setFont("Times-Roman", 10)
    c.saveState()
    hide(c, case, text)
    c.restoreState()
    c.save()


def hide(c, case, text):
    if case == "rendermode":
        t = c.beginText(72, 300)
        t.setTextRenderMode(3)
        t.textOut(text)
        c.drawText(t)
    elif case == "white":
        c.setFillGray(1)
        c.drawString(72, 420, text)
    elif case == "cmyk":
        c.setFillColorCMYK(0, 0, 0.02, 0.01)
        c.drawString(72, 420, text)
    elif case == "alpha":
        c.setFillAlpha(0.02)
        c.drawString(72, 420, text)
    elif case == "tiny":
        c.setFontSize(0.8)
        c.drawString(72, 420, text)
    elif case == "offpage":
        c.drawString(72, -40, text)
    elif case == "clip":
        p = c.beginPath()
        p.circle(40, 40, 3)
        c.clipPath(p, stroke=0, fill=0)
        c.drawString(72, 420, text)
    elif case == "covered":
        c.drawString(72, 420, text)
        c.setFillGray(1)
        c.rect(60, 410, 500, 30, stroke=0, fill=1)
    elif case == "box":
        c.setFillColorRGB(0.8, 0.86, 0.9)
        c.roundRect(60, 410, 490, 26, 6, stroke=0, fill=1)
        c.setFillColorRGB(0.8, 0.86, 0.91)
        c.drawString(72, 420, text)
    elif case == "scale":
        c.translate(72, 420)
        c.scale(0.1, 0.1)
        c.drawString(0, 0, text)
    elif case == "near-several":
        near(c)
    elif case != "base":
        sys.exit("no case " + case)


def near(c):
    c.setFillGray(0.1)
    c.rect(60, 400, 490, 30, stroke=0, fill=1)
    c.setFillGray(1)
    c.drawString(72, 412, "White words in a black box")
    c.setFillGray(0.6)
    c.drawString(72, 370, "Words in grey of sixty per cent")
    c.setFillGray(0)
    c.setFontSize(5)
    c.drawString(72, 340, "A footnote in type of five points")
    c.setFontSize(10)
    t = c.beginText(72, 300)
    t.setTextRenderMode(1)
    t.textOut("Words whose outline alone is drawn")
    c.drawText(t)
    c.drawString(72, 280, "Words under a veil of a tenth")
    c.setFillAlpha(0.1)
    c.rect(60, 274, 490, 16, stroke=0, fill=1)
    c.setFillAlpha(0.4)
    c.drawString(72, 260, "Words at an opacity of forty per cent")


main()
