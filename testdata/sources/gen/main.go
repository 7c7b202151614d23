package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

func main() {
	dir := flag.String("dir", "testdata", "the testdata folder")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// run writes everything that comes from the people files.
func run(dir string) error {
	paths, err := filepath.Glob(filepath.Join(dir, "sources/people/*.txt"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		r, err := parse(path)
		if err != nil {
			return err
		}
		if err := r.write(dir); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

// write makes the source, the lines and the labels of one person, and prints
// a row that tells build.sh how to go on: producer, source, kind, layout,
// language, what it is for.
func (r *Resume) write(dir string) error {
	page, err := r.render(dir, "page", r.Ext())
	if err != nil {
		return err
	}
	text, err := r.render(dir, "lines", "plain")
	if err != nil {
		return err
	}
	lines := fold(text)
	labels, kind, err := r.labels(lines)
	if err != nil {
		return err
	}
	source := filepath.Join(dir, "sources", r.File+"."+r.Ext())
	for path, data := range map[string]string{
		source: page,
		filepath.Join(dir, "lines", r.File+".txt"):   strings.Join(lines, "\n") + "\n",
		filepath.Join(dir, "labels", r.File+".yaml"): labels,
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			return err
		}
	}
	layout := strings.TrimSuffix(r.Opt["layout"], "."+r.Ext())
	fmt.Println(strings.Join([]string{r.File, r.Ext(), r.Opt["producer"], layout, kind, r.Opt["lang"], r.Opt["for"]}, "\t"))
	return nil
}

// render executes a template of the layout on the text written in a format.
func (r *Resume) render(dir, name, format string) (string, error) {
	base := filepath.Join(dir, "sources/layouts")
	t := template.New(name).Option("missingkey=zero").Delims("<<", ">>").Funcs(template.FuncMap{
		"join": join, "row": row, "icon": icon, "upper": strings.ToUpper, "glyph": glyph,
		"has": func(s, part string) bool { return strings.Contains(s, part) },
	})
	t, err := t.ParseFiles(filepath.Join(base, "base."+r.Ext()+".tmpl"), filepath.Join(base, "lines.tmpl"), filepath.Join(base, r.Opt["layout"]+".tmpl"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.ExecuteTemplate(&b, name, r.as(format))
	return b.String(), err
}

// fold returns the lines of a text with their white space folded, without the
// empty ones.
func fold(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if words := strings.Fields(line); len(words) > 0 {
			out = append(out, strings.Join(words, " "))
		}
	}
	return out
}

// join puts what is not empty together, with sep in between.
func join(sep string, parts ...any) string {
	var out []string
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			if p != "" {
				out = append(out, p)
			}
		case []string:
			out = append(out, p...)
		}
	}
	return strings.Join(out, sep)
}

// row joins with a space.
func row(parts ...any) string { return join(" ", parts...) }

// glyph returns the character of an icon in Font Awesome 4.
func glyph(name string) string {
	return map[string]string{
		"envelope": "\uf0e0", "phone": "\uf095", "github": "\uf09b", "linkedin": "\uf0e1", "globe": "\uf0ac", "marker": "\uf041",
	}[name]
}
