package layout

import (
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"
)

// TestCorpusWords compares words and their order with those of pdftotext.
func TestCorpusWords(t *testing.T) {
	if testing.Short() {
		t.Skip("reads whole folders of resumes: left out with -short")
	}
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	names, _ := filepath.Glob("../../../shared/corpus/resumes/*.pdf")
	if len(names) == 0 {
		t.Skip("no corpus of resumes")
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext")
	}
	type figure struct {
		name  string
		words float64
	}
	var all []figure
	sum, good := 0.0, 0
	var spent time.Duration
	for _, name := range names {
		pages, err := load(name)
		if err != nil {
			t.Logf("%s: %v", filepath.Base(name), err)
			continue
		}
		out, err := exec.Command("pdftotext", "-enc", "UTF-8", name, "-").Output()
		if err != nil {
			continue
		}
		start := time.Now()
		ls := Lines(pages)
		spent += time.Since(start)
		var texts []string
		for _, l := range ls {
			texts = append(texts, l.Marker, l.Text)
		}
		f := f1(bag(texts...), bag(mend(string(out))))
		all = append(all, figure{filepath.Base(name), f})
		sum += f
		if f >= 0.95 {
			good++
		}
	}
	sort.SliceStable(all, func(i, k int) bool { return all[i].words < all[k].words })
	for _, f := range all[:min(15, len(all))] {
		t.Logf("%s %.4f", f.name, f.words)
	}
	t.Logf("%d files: word F1 mean %.4f, %.4f at 0.95 or more; %v a file in layout", len(all), sum/float64(len(all)), float64(good)/float64(len(all)), spent/time.Duration(len(all)))
}

// mend joins hyphens at the ends of pdftotext's lines.
func mend(s string) string {
	var h hyphens
	ls := strings.Split(s, "\n")
	for _, l := range ls {
		h.learn(l)
	}
	var b strings.Builder
	for i, l := range ls {
		next := ""
		if i+1 < len(ls) {
			next = ls[i+1]
		}
		if sep, drop := h.joint(l, next); next != "" && (sep == "" || drop > 0) {
			b.WriteString(l[:len(l)-drop])
			continue
		}
		b.WriteString(l + "\n")
	}
	return b.String()
}
