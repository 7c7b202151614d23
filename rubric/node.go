package rubric

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// reader takes a YAML tree apart and notes all that is wrong with it, with
// its place, instead of stopping at the first fault. The decoder of the YAML
// library cannot: its strictness is lost inside a node.
type reader struct {
	file   string
	faults Faults
}

func (r *reader) fault(n *yaml.Node, format string, args ...any) {
	r.faults.List = append(r.faults.List, Fault{r.file, max(n.Line, 1), max(n.Column, 1), fmt.Sprintf(format, args...)})
}

// fields is a mapping whose keys have been checked.
type fields struct {
	r    *reader
	node *yaml.Node
	as   *mapping
	of   map[string]*yaml.Node
}

// fields reads a mapping that may have the keys of m and no others.
func (r *reader) fields(n *yaml.Node, m *mapping) fields {
	f := fields{r, n, m, map[string]*yaml.Node{}}
	what, known := m.name, m.names()
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s is %s (keys with values were expected: %s)", what, kindName(n), strings.Join(known, ", "))
		return f
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case !slices.Contains(known, key.Value):
			hint := m.hints[key.Value]
			if hint == "" {
				hint = meant(key.Value, known)
			}
			r.fault(key, "unknown key %q in %s (%s)", key.Value, what, hint)
		case f.of[key.Value] != nil:
			r.fault(key, "key %q stands twice in %s, before this in line %d (leave one out)", key.Value, what, f.of[key.Value].Line)
		default:
			f.of[key.Value] = value
		}
	}
	return f
}

func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a group of keys"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "a reference, as a text that begins with * is in YAML"
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return "empty"
		}
		if n.Tag == "!!int" || n.Tag == "!!float" {
			return n.Value
		}
		return fmt.Sprintf("the text %q", n.Value)
	}
	return "empty"
}

// at returns the node of a key, or nil.
func (f fields) at(key string) *yaml.Node { return f.of[key] }

// text returns the text of a key, or "" where it is absent.
func (f fields) text(key string) string {
	n := f.of[key]
	if n == nil {
		return ""
	}
	return f.r.text(n, key)
}

// must returns the text of a key that has to be there.
func (f fields) must(key string) string {
	n := f.of[key]
	if n == nil {
		if f.node.Kind == yaml.MappingNode { // else that is said already
			f.r.fault(f.node, "%s has no %q (%s)", f.as.name, key, lowerFirst(f.as.key(key).about))
		}
		return ""
	}
	s := f.r.text(n, key)
	if s == "" && n.Kind == yaml.ScalarNode {
		f.r.fault(n, "%q of %s is empty (%s)", key, f.as.name, lowerFirst(f.as.key(key).about))
	}
	return s
}

func (r *reader) text(n *yaml.Node, what string) string {
	if n.Kind != yaml.ScalarNode {
		r.fault(n, "%q is %s (a text was expected%s)", what, kindName(n), quotesHelp(n))
		return ""
	}
	if n.Tag == "!!null" {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// item is a text of a list with its place.
type item struct {
	text string
	node *yaml.Node
}

// items returns the texts of a key: a list, or one text that stands alone.
func (f fields) items(key string) []item {
	n := f.of[key]
	if n == nil {
		return nil
	}
	return f.r.items(n, key)
}

func (r *reader) items(n *yaml.Node, what string) []item {
	if n.Kind == yaml.ScalarNode {
		if s := r.text(n, what); s != "" {
			return []item{{s, n}}
		}
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.fault(n, "%q is %s (a list of texts was expected%s)", what, kindName(n), quotesHelp(n))
		return nil
	}
	var out []item
	for _, c := range n.Content {
		if s := r.text(c, what); s != "" {
			out = append(out, item{s, c})
		}
	}
	return out
}

// list returns the nodes of a key that holds a list, or of one that stands
// alone.
func (f fields) list(key string) []*yaml.Node {
	n := f.of[key]
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	if n.Kind == yaml.ScalarNode || n.Kind == yaml.MappingNode {
		return []*yaml.Node{n}
	}
	if n.Kind != yaml.SequenceNode {
		f.r.fault(n, "%q is %s (a list was expected)", key, kindName(n))
		return nil
	}
	return n.Content
}

// pairs returns the keys and values of a mapping whose keys are free, in the
// order of the file.
func (r *reader) pairs(n *yaml.Node, what string) [][2]*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s is %s (keys with values were expected)", what, kindName(n))
		return nil
	}
	var out [][2]*yaml.Node
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if seen[n.Content[i].Value] {
			r.fault(n.Content[i], "key %q stands twice in %s (leave one out)", n.Content[i].Value, what)
			continue
		}
		seen[n.Content[i].Value] = true
		out = append(out, [2]*yaml.Node{n.Content[i], n.Content[i+1]})
	}
	return out
}

// number returns the number of a key, within its bounds, or def where absent.
func (f fields) number(key string, def float64) float64 {
	n := f.of[key]
	if n == nil {
		return def
	}
	low, high := f.as.key(key).low, f.as.key(key).high
	v, err := strconv.ParseFloat(f.r.text(n, key), 64)
	if err != nil || !(v >= low && v <= high) {
		f.r.fault(n, "%q is %s (a number from %g to %g was expected)", key, kindName(n), low, high)
		return def
	}
	return v
}

// flag returns the yes or no of a key, no where absent.
func (f fields) flag(key string) bool {
	n := f.of[key]
	if n == nil {
		return false
	}
	switch strings.ToLower(f.r.text(n, key)) {
	case "yes", "true":
		return true
	case "no", "false":
		return false
	}
	f.r.fault(n, "%q is %s (yes or no was expected)", key, kindName(n))
	return false
}

// oneOf returns the text of a key, which must be one of the known, or def
// where absent.
func (f fields) oneOf(key, def string) string {
	n := f.of[key]
	if n == nil {
		return def
	}
	s := f.r.text(n, key)
	f.r.known(n, s, key, f.as.key(key).among)
	return s
}

// someOf returns the texts of a key, each of which must be among those of
// the key or, where it has none, among ids.
func (f fields) someOf(key string, ids ...string) []string {
	known := f.as.key(key).among
	if known == nil {
		known = ids
	}
	var out []string
	for _, it := range f.items(key) {
		if f.r.known(it.node, it.text, key, known) {
			out = append(out, it.text)
		}
	}
	return out
}

func (r *reader) known(n *yaml.Node, s, what string, known []string) bool {
	if slices.Contains(known, s) {
		return true
	}
	if n.Kind != yaml.ScalarNode {
		return false
	}
	r.fault(n, "%q cannot stand under %q (%s)", s, what, meant(s, known))
	return false
}

// meant says which of the known names may be meant.
func meant(word string, known []string) string {
	if near := nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(known) == 0 {
		return "there is none to name"
	}
	return "expected one of " + strings.Join(known, ", ")
}

// quotesHelp says what to do about a text that YAML takes for something else.
func quotesHelp(n *yaml.Node) string {
	if n.Style&yaml.FlowStyle == 0 && n.Kind != yaml.AliasNode {
		return ""
	}
	return "; put quotes around a text that begins with {, [ or *"
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + strings.TrimSuffix(s[1:], ".")
}
