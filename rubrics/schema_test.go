package rubrics_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"pique/rubric"
	"pique/rubrics"
)

var update = flag.Bool("update", false, "write the schema anew")

const schemaFile = "schema.json"

// TestSchemaFresh: the schema that lies beside the rubrics is the one that
// the loader's keys make.
func TestSchemaFresh(t *testing.T) {
	want, err := rubric.Schema()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s is not that of the loader (go test ./rubrics -run Schema -update writes it; -want +got):\n%s", schemaFile, diff)
	}
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := rubric.Schema()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(schemaFile, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSchemaShipped: an editor finds nothing wrong in the shipped rubrics and
// the starting file.
func TestSchemaShipped(t *testing.T) {
	s := schema(t)
	for _, name := range append(rubrics.Names(), "start") {
		data, err := rubrics.Source(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(asJSON(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaRefuses: what the loader calls a fault, the schema does too.
func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
	start, err := rubrics.Source("start")
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"unknown key":     {"    why: We ship", "    wy: We ship"},
		"unknown section": {"never in: [header,", "never in: [heder,"},
		"no id":           {"rubric: our-team", "rubric: Our Team"},
		"weight":          {"weight: 60", "weight: lots"},
		"level":           {"level: measured}", "level: superb}"},
		"near miss":       {"- Cut costs", "- {say: Cut costs, level: measured}"},
		"link":            {"verified by: [code, page]", "verified by: [blog]"},
		"trait":           {"title: What our", "allow protected: [zodiac]\nbecause: of it\ntitle: What our"},
	} {
		bad := strings.Replace(string(start), change[0], change[1], 1)
		if bad == string(start) {
			t.Fatalf("%s: the starting file has no %q", name, change[0])
		}
		if _, err := rubric.Parse("bad.yaml", []byte(bad)); err == nil {
			t.Errorf("%s: the loader takes it", name)
		}
		if err := s.Validate(asJSON(t, []byte(bad))); err == nil {
			t.Errorf("%s: the schema takes it", name)
		}
	}
}

// asJSON reads YAML into what a JSON reader would have made of it.
func asJSON(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return textKeys(v)
}

func textKeys(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = textKeys(v[k])
		}
	case map[any]any:
		out := map[string]any{}
		for k := range v {
			out[fmt.Sprint(k)] = textKeys(v[k])
		}
		return out
	case []any:
		for i := range v {
			v[i] = textKeys(v[i])
		}
	}
	return v
}
