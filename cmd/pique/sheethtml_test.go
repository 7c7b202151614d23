package main

import (
	"regexp"
	"strings"
	"testing"

	"pique/rubric"
)

func TestHTMLSheetIsSafeAndNeedsNothingElse(t *testing.T) {
	sh := wholeSheet(t)
	page := drawn(t, func(st *stream) {
		if err := printSheets(st, "html", []rubric.Sheet{sh, sh}, false); err != nil {
			t.Error(err)
		}
	})
	for _, bad := range []string{"<script", "<b>EXAMPLE", "<link", "<img", "@import", "url(", "http:", "https:"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	for _, want := range []string{"<!DOCTYPE html>", "&lt;script&gt;alert(1)&lt;/script&gt;", "faster-1", "from 9 ms to 3 ms", "2026-11-25", "default-src &#39;none&#39;"} {
		if !strings.Contains(page, want) && !strings.Contains(page, strings.ReplaceAll(want, "&#39;", "'")) {
			t.Errorf("the page does not have %q", want)
		}
	}
	if n := len(regexp.MustCompile(`<article>`).FindAllString(page, -1)); n != 2 {
		t.Errorf("got %d sheets on the page, want 2", n)
	}
	for _, q := range sh.Questions {
		for _, step := range []string{"1", "3", "5"} {
			if !strings.Contains(page, q.Scale[step]) {
				t.Errorf("%s: the page does not have step %s: %q", q.ID, step, q.Scale[step])
			}
		}
	}
}

func TestTextSheetFitsItsWidth(t *testing.T) {
	for _, l := range strings.Split(drawn(t, func(st *stream) { sheetText(st, wholeSheet(t)) }), "\n") {
		if columns(l) > sheetWidth {
			t.Errorf("%d columns: %q", columns(l), l)
		}
	}
}

func TestFileName(t *testing.T) {
	for in, want := range map[string]string{
		"Mateusz Wróbel": "mateusz-wrobel", "../../etc/passwd": "etc-passwd", "Łukasz Ørn-Weiß": "lukasz-orn-weiss", "resume_final (2).pdf": "resume-final-2",
		"王小明": "王小明", "---": "sheet", "": "sheet", "İpek Işık": "ipek-isik",
	} {
		if got := fileName(in); got != want {
			t.Errorf("fileName(%q): got %q, want %q", in, got, want)
		}
	}
}
